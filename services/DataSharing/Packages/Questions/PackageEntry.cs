using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Packages.Questions;

/// <summary>The stored view of a package: what lists filter and sort by, and the sheet that readers see.</summary>
public sealed record PackageEntry
{
    public required Guid Id { get; init; }
    public required string State { get; init; }
    public required string Side { get; init; }
    public required string Partner { get; init; }
    public Guid? Request { get; init; }
    public required bool IsFetching { get; init; }

    /// <summary>Numbers of the items that are still to be fetched.</summary>
    public required int[] Pending { get; init; }

    /// <summary>SHA-256 of every content that belongs to the package, originals and copies.</summary>
    public required string[] Contents { get; init; }
    public required string[] Groups { get; init; }
    public required string[] Members { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>References, title and names of items, in lower case.</summary>
    public required string Text { get; init; }
    public required PackageSheet Sheet { get; init; }

    public static PackageEntry Of(Package file, StreamFacts facts)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(facts);
        var items = LinesOf(file);
        return new PackageEntry
        {
            Id = file.Id,
            State = Kebab.Of(file.Stage),
            Side = Kebab.Of(file.Side),
            Partner = file.Other,
            Request = file.Request,
            IsFetching = file.IsFetching,
            Pending = [.. file.Arrivals.Where(a => a.IsPending).Select(a => a.Number)],
            Contents =
            [
                .. file
                    .Items.SelectMany(i => (string?[])[i.IsStored ? i.Sha256 : null, i.Rendition?.Sha256])
                    .Concat(file.Shared.Select(i => i.Sha256))
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal),
            ],
            Groups = [.. file.Groups],
            Members = [.. file.Members],
            OpenedAt = file.OpenedAt,
            Text = string.Join('\n', items.Select(i => i.Name).Prepend(file.Title).Prepend(file.Reference))
                .ToLowerInvariant(),
            Sheet = SheetOf(file, facts, items),
        };
    }

    private static PackageSheet SheetOf(Package file, StreamFacts facts, ItemLine[] items) =>
        new()
        {
            Id = file.Id,
            Version = facts.Version,
            Set = file.SetId,
            Authority = file.Authority,
            Side = Kebab.Of(file.Side),
            Partner = file.Other,
            Reference = file.Reference,
            TheirReference = file.TheirReference,
            Request = file.Request,
            State = Kebab.Of(file.Stage),
            Title = file.Title,
            Occasion = file.Occasion,
            Conditions = file.Conditions,
            PersonalDataReason = file.PersonalDataReason,
            Items = items,
            Approval = file.Approval,
            ReleasedBy = file.Release?.By,
            ReleasedAt = file.Release?.At,
            DeliveredAt = file.Side == PackageSide.Recipient ? file.OpenedAt : file.Release?.DeliveredAt,
            RetrieveBy = file.RetrieveBy,
            RetrievedAt = file.Report is { IsComplete: true } report ? report.At : null,
            Basis = file.Basis,
            Obligations = [.. file.Obligations],
            Stopped = file.Stop,
            Letters = [.. file.Letters],
            Groups = [.. file.Groups],
            Members = [.. file.Members],
            OpenedAt = file.OpenedAt,
            ChangedAt = facts.ChangedAt,
        };

    private static ItemLine[] LinesOf(Package file) =>
        file.Side == PackageSide.Recipient
            ? [.. file.Shared.Select(i => LineOf(i, file.Arrivals.First(a => a.Number == i.Number)))]
            :
            [
                .. file.Items.Select(i =>
                    file.Outgoing.FirstOrDefault(s => s.Number == i.Number) is { } shared
                        ? LineOf(file, i, shared)
                        : Awaited(i)
                ),
            ];

    private static ItemLine LineOf(SharedItem item, Arrival arrival)
    {
        var state =
            arrival.RetrievedAt is not null ? "retrieved"
            : arrival.Failure is not null ? "failed"
            : "fetching";
        return LineOf(item, [], state, arrival.Failure, null);
    }

    private static ItemLine LineOf(Package file, Item item, SharedItem shared)
    {
        var outcome = file.Report?.Outcomes.FirstOrDefault(o => o.Number == item.Number);
        var state =
            outcome is null ? "ready"
            : outcome.Failure is null ? "retrieved"
            : "failed";
        return LineOf(shared, item.PersonalFields, state, outcome?.Failure, item.Sha256);
    }

    private static ItemLine LineOf(
        SharedItem item,
        string[] personalFields,
        string state,
        string? failure,
        string? original
    ) =>
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
            personalFields,
            item.Originator,
            item.Source,
            item.Chain,
            item.Withheld,
            state,
            failure,
            original
        );

    private static ItemLine Awaited(Item item) =>
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
            item.PersonalFields,
            item.Originator,
            item.Source,
            item.Chain,
            [],
            "awaited",
            null,
            null
        );
}
