using System.Collections.Immutable;

namespace CaseCoordination.CaseIntake.Cases.Domain;

/// <summary>How a file changes by what its own authority does to it.</summary>
internal static class FileFold
{
    public static Case Open(Case file, CaseOpened e) =>
        file with
        {
            Id = e.CaseId,
            Authority = e.Authority,
            Lead = e.Authority,
            Stage = CaseStage.Draft,
            Reference = e.Reference,
            Title = e.Title,
            Matter = e.Matter,
            Groups = [.. e.Groups],
            Members = [.. e.Members],
            OpenedAt = e.At,
        };

    public static Case Revise(Case file, CaseRevised e) =>
        file with
        {
            Title = e.Title,
            Matter = e.Matter,
            Groups = [.. e.Groups],
            Members = [.. e.Members],
        };

    public static Case Add(Case file, ExhibitAdded e) =>
        file with
        {
            Exhibits = file.Exhibits.Add(
                new(
                    e.ExhibitId,
                    e.Title,
                    e.FileName,
                    e.MediaType,
                    e.Size,
                    e.Sha256,
                    e.Tlp,
                    e.Handling,
                    e.Provenance,
                    IsStored: false
                )
            ),
        };

    public static Case Store(Case file, ExhibitStored e) =>
        file with
        {
            Exhibits = [.. file.Exhibits.Select(x => x.Id == e.ExhibitId ? x with { IsStored = true } : x)],
        };

    public static Case Close(Case file, CaseClosed e) =>
        file with
        {
            Stage = CaseStage.Closed,
            Closing = new(e.Outcome, e.Summary, e.At),
            Clocks = file.Clocks.Clear(),
            Offer = null,
        };

    /// <summary>What remains says that there was a file and when it ended, and nothing of what it held.</summary>
    public static Case Purge(Case file) =>
        new()
        {
            Id = file.Id,
            Authority = file.Authority,
            Stage = CaseStage.Purged,
            Role = file.Role,
            Lead = file.Lead,
            Reference = file.Reference,
            OpenedAt = file.OpenedAt,
            FiledAt = file.FiledAt,
            RetainUntil = file.RetainUntil,
            Closing = file.Closing is { } end ? end with { Summary = "" } : null,
            Taken = file.Taken,
        };
}
