using CaseCoordination.DataSharing.Packages.Domain;

namespace CaseCoordination.DataSharing.Packages.Letters;

/// <summary>Between what a file keeps and what letters say.</summary>
public static class PackageTold
{
    public static PackageManifest Manifest(Package file, string key, DateTimeOffset until) =>
        new()
        {
            Package = file.Id,
            Reference = file.Reference,
            Title = file.Title,
            Request = file.Request,
            Over = file.Occasion?.Matters[0].Over,
            Items = [.. file.Outgoing.Select(Of)],
            Conditions = new ManifestConditions
            {
                Purposes = file.Conditions.Purposes,
                Onward = file.Conditions.Onward,
                KeepUntil = file.Conditions.KeepUntil,
                Note = file.Conditions.Note,
            },
            RetrievalKey = key,
            RetrieveBy = until,
        };

    public static SharedItem Of(ManifestItem item) =>
        new(
            item.Number,
            item.Name,
            item.MediaType,
            item.Size,
            item.Sha256,
            item.Category,
            item.Tlp,
            item.Handling,
            item.PersonalData,
            item.Originator,
            item.Source,
            item.Chain,
            item.Withheld
        );

    public static Conditions Of(ManifestConditions conditions) =>
        new(conditions.Purposes, conditions.Onward, conditions.KeepUntil, conditions.Note);

    public static RetrievalLetter Of(int report, ItemOutcome[] outcomes) =>
        new()
        {
            Number = report,
            Items = [.. outcomes.Select(o => new ToldOutcome(o.Number, o.Sha256, o.Size, o.Failure))],
        };

    public static ItemOutcome[] Of(RetrievalLetter letter) =>
        [.. letter.Items.Select(o => new ItemOutcome(o.Number, o.Sha256, o.Size, o.Failure))];

    private static ManifestItem Of(SharedItem item) =>
        new()
        {
            Number = item.Number,
            Name = item.Name,
            MediaType = item.MediaType,
            Size = item.Size,
            Sha256 = item.Sha256,
            Category = item.Category,
            Tlp = item.Tlp,
            Handling = item.Handling,
            PersonalData = item.PersonalData,
            Originator = item.Originator,
            Source = item.Source,
            Chain = item.Chain,
            Withheld = item.Withheld,
        };
}
