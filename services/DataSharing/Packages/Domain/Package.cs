using System.Collections.Immutable;
using System.Diagnostics;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Packages.Domain;

/// <summary>
/// One authority's file of a package: its sender's, or its recipient's under the same id. Where it stands follows from what each
/// side did, whatever the order in which it became known here.
/// </summary>
public sealed record Package : IEvolve<Package>
{
    public Guid Id { get; init; }

    /// <summary>Shared by the packages that were prepared together for several recipients.</summary>
    public Guid SetId { get; init; }
    public string Authority { get; init; } = "";
    public PackageSide Side { get; init; }

    /// <summary>The authority on the other side.</summary>
    public string Other { get; init; } = "";
    public string Reference { get; init; } = "";
    public string? TheirReference { get; init; }

    /// <summary>The request that it answers, in this authority's own files.</summary>
    public Guid? Request { get; init; }
    public Occasion? Occasion { get; init; }
    public string Title { get; init; } = "";
    public Conditions Conditions { get; init; } = Conditions.None;

    /// <summary>Why the purpose needs personal data; absent where it does not.</summary>
    public string? PersonalDataReason { get; init; }
    public ImmutableArray<string> Groups { get; init; } = [];
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>What the sender prepares; empty at the recipient.</summary>
    public ImmutableArray<Item> Items { get; init; } = [];
    public int LastNumber { get; init; }

    /// <summary>Everybody who had a hand in what goes out.</summary>
    public ImmutableHashSet<string> Preparers { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);
    public Approval? Approval { get; init; }
    public Release? Release { get; init; }

    /// <summary>Why a border stopped the release the last time.</summary>
    public Stop? Stop { get; init; }
    public Basis? Basis { get; init; }

    /// <summary>What arrived; empty at the sender.</summary>
    public ImmutableArray<SharedItem> Shared { get; init; } = [];
    public ImmutableArray<Arrival> Arrivals { get; init; } = [];
    public ImmutableArray<BindingObligation> Obligations { get; init; } = [];
    public RetrievalPass? Pass { get; init; }
    public DateTimeOffset? RetrieveBy { get; init; }
    public Guid? ReleaseLetter { get; init; }
    public ImmutableArray<Report> Reports { get; init; } = [];
    public ImmutableArray<SentLetter> Letters { get; init; } = [];
    public ImmutableHashSet<Guid> Taken { get; init; } = [];
    public DateTimeOffset? Warned { get; init; }
    public DateTimeOffset? Failed { get; init; }
    public DateTimeOffset OpenedAt { get; init; }

    public string Sender => Side == PackageSide.Sender ? Authority : Other;
    public string Recipient => Side == PackageSide.Sender ? Other : Authority;
    public Report? Report => Reports.IsEmpty ? null : Reports[^1];

    public PackageStage Stage =>
        Authority.Length == 0 ? PackageStage.Unknown
        : Report is { } report
            ? report.IsComplete ? PackageStage.Retrieved
                : PackageStage.RetrievalFailed
        : Side == PackageSide.Recipient || Release is { DeliveredAt: not null } ? PackageStage.Delivered
        : Release is not null ? PackageStage.Released
        : Approval is not null ? PackageStage.Approved
        : PackageStage.Prepared;

    /// <summary>Still in its preparers' hands.</summary>
    public bool IsOpen => Side == PackageSide.Sender && Stage is PackageStage.Prepared or PackageStage.Approved;

    /// <summary>The recipient still has items to get.</summary>
    public bool IsFetching => Side == PackageSide.Recipient && Arrivals.Any(a => a.IsPending);

    /// <summary>The items as they go, or went, to the recipient.</summary>
    public ImmutableArray<SharedItem> Outgoing =>
        Side == PackageSide.Recipient ? Shared : [.. Items.Where(i => i.IsStored).Select(Share)];

    public Item? Find(int number) => Items.FirstOrDefault(i => i.Number == number);

    public Package Evolve(object @event) =>
        @event switch
        {
            PackagePrepared e => PackageFold.Prepare(this, e),
            PackageRevised e => PackageFold.Change(this, e.By) with
            {
                Title = e.Title,
                Conditions = e.Conditions,
                PersonalDataReason = e.PersonalDataReason,
            },
            ItemAdded e => PackageFold.Add(this, e),
            ItemStored e => PackageFold.Replace(
                this,
                e.By,
                e.Number,
                i => i with { Size = e.Size, Sha256 = e.Sha256, IsStored = true, Rendition = null }
            ),
            ItemFiltered e => PackageFold.Replace(
                this,
                e.By,
                e.Number,
                i => i with { Rendition = e.Withheld.Length == 0 ? null : new(e.Withheld, e.Size, e.Sha256) }
            ),
            ItemRemoved e => PackageFold.Change(this, e.By) with { Items = Items.RemoveAll(i => i.Number == e.Number) },
            PackageApproved e => this with { Approval = new(e.Note, e.By, e.At) },
            PackageReleased e => this with
            {
                Release = new(e.KeyHash, e.RetrieveBy, e.LetterId, e.By, e.At),
                RetrieveBy = e.RetrieveBy,
                ReleaseLetter = e.LetterId,
                Stop = null,
            },
            PackageReceived e => PackageFold.Receive(this, e),
            ItemRetrieved e => PackageFold.Arrive(this, e.Number, a => a with { RetrievedAt = e.At, Failure = null }),
            ItemCorrupt e => PackageFold.Arrive(this, e.Number, a => a with { Corruptions = a.Corruptions + 1 }),
            ItemFailed e => PackageFold.Arrive(this, e.Number, a => a with { Failure = e.Reason }),
            PackageRetrieved e => PackageFold.Tell(this, new(e.Report, e.Outcomes, e.LetterId, e.At)),
            RetrievalFailed e => PackageFold.Tell(this, new(e.Report, e.Outcomes, e.LetterId, e.At)),
            RetrievalRetried => this with
            {
                Arrivals = [.. Arrivals.Select(a => a.Failure is null ? a : new Arrival(a.Number))],
            },
            PackageLetterWritten e => this with
            {
                Letters = Letters.Add(new(e.LetterId, e.To, e.Kind, "written", null, e.At)),
            },
            PackageLetterTaken e => this with { Taken = Taken.Add(e.LetterId) },
            PackageLetterSetAside => this,
            PackageLetterMoved e => PackageFold.Move(this, e),
            PackageClockWarned e => this with { Warned = e.DueAt },
            PackageClockFailed e => this with { Failed = e.DueAt },
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of a package."),
        };

    // Without the fields that hold them an item has no personal data any more.
    private static SharedItem Share(Item item) =>
        new(
            item.Number,
            item.Name,
            item.MediaType,
            item.Rendition?.Size ?? item.Size,
            item.Rendition?.Sha256 ?? item.Sha256!,
            item.Category,
            item.Tlp,
            item.Handling,
            item.PersonalData && !IsRidOfPersonalFields(item),
            item.Originator,
            item.Source,
            item.Chain,
            item.Rendition?.Withheld ?? []
        );

    private static bool IsRidOfPersonalFields(Item item) =>
        item is { PersonalFields.Length: > 0, Rendition: { } rendition }
        && Array.TrueForAll(item.PersonalFields, f => rendition.Withheld.Contains(f, StringComparer.Ordinal));
}
