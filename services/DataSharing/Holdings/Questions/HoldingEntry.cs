using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Holdings.Questions;

/// <summary>The stored view of a holding: what lists filter and sort by, and the sheet that readers see.</summary>
public sealed record HoldingEntry
{
    public required Guid Id { get; init; }
    public required Guid Package { get; init; }
    public Guid? Request { get; init; }
    public required string Originator { get; init; }
    public required string Sender { get; init; }
    public required string State { get; init; }
    public required bool IsWaiting { get; init; }
    public required string[] Groups { get; init; }
    public required string[] Members { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required HoldingSheet Sheet { get; init; }

    public static HoldingEntry Of(Holding file, StreamFacts facts)
    {
        var waits = Clocks
            .Waits(HoldingClocks.Of(file))
            .Where(w => w.Awaits == HoldingClocks.Deletion || w.State != "running")
            .ToArray();
        return new HoldingEntry
        {
            Id = file.Id,
            Package = file.Package,
            Request = file.Request,
            Originator = file.Item.Originator,
            Sender = file.From,
            State = Kebab.Of(file.Stage),
            IsWaiting = waits.Length > 0,
            Groups = [.. file.Groups],
            Members = [.. file.Members],
            OpenedAt = file.OpenedAt,
            Sheet = SheetOf(file, facts, waits),
        };
    }

    private static HoldingSheet SheetOf(Holding file, StreamFacts facts, WaitLine[] waits) =>
        new()
        {
            Id = file.Id,
            Version = facts.Version,
            Authority = file.Authority,
            From = file.From,
            Package = file.Package,
            Reference = file.Reference,
            Title = file.Title,
            Request = file.Request,
            State = Kebab.Of(file.Stage),
            Item = file.Item,
            Originators = file.Originators,
            Conditions = file.Conditions,
            Basis = file.Basis,
            Obligations = file.Bindings,
            KeepUntil = file.Keep?.At,
            DeleteBy = file.Stage is HoldingStage.Recalled or HoldingStage.Expired ? file.Delete?.At : null,
            PassedOn = file.PassedOn,
            Permissions = file.Permissions,
            Notices = file.Notices,
            Deletion = file.Deletion,
            Letters = file.Mail.Sent,
            Waits = waits,
            Groups = file.Groups,
            Members = file.Members,
            OpenedAt = file.OpenedAt,
            ChangedAt = facts.ChangedAt,
        };
}

/// <summary>A holding as its readers see it.</summary>
public sealed record HoldingSheet
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required string Authority { get; init; }

    /// <summary>The authority that gave it.</summary>
    public required string From { get; init; }
    public required Guid Package { get; init; }
    public required string Reference { get; init; }
    public required string Title { get; init; }
    public Guid? Request { get; init; }

    /// <summary>held, expired, recalled or deleted.</summary>
    public required string State { get; init; }

    /// <summary>True when the reader may know that the item is held, but not what it is.</summary>
    public bool IsOutline { get; init; }
    public required Item Item { get; init; }

    /// <summary>Whose consent a further use may need, the first originator first.</summary>
    public required IReadOnlyList<string> Originators { get; init; }
    public required Conditions Conditions { get; init; }
    public required Basis Basis { get; init; }
    public required IReadOnlyList<Binding> Obligations { get; init; }

    /// <summary>What binds it, in words of the reader's language.</summary>
    public IReadOnlyList<string> InWords { get; init; } = [];
    public DateTimeOffset? KeepUntil { get; init; }
    public DateTimeOffset? DeleteBy { get; init; }
    public IReadOnlyList<PassedOn> PassedOn { get; init; } = [];
    public IReadOnlyList<Permission> Permissions { get; init; } = [];

    /// <summary>Recalls and corrections.</summary>
    public IReadOnlyList<ItemNotice> Notices { get; init; } = [];
    public Deletion? Deletion { get; init; }
    public IReadOnlyList<SentLetter> Letters { get; init; } = [];
    public IReadOnlyList<WaitLine> Waits { get; init; } = [];
    public IReadOnlyList<string> Groups { get; init; } = [];
    public IReadOnlyList<string> Members { get; init; } = [];
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>What an auditor outside the groups is shown: where the item stands, nothing of what it is or was used for.</summary>
    public HoldingSheet Outline() =>
        this with
        {
            IsOutline = true,
            Title = "",
            Item = Item with { Name = "", Withheld = [] },
            Conditions = Conditions with { Note = null },
            Permissions = [],
            Notices = [.. Notices.Select(n => n with { Text = "" })],
            Deletion = Deletion is { } deletion ? deletion with { Reason = "" } : null,
            Members = [],
        };
}
