using CaseCoordination.DataSharing.Holdings.Consents.Domain;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Holdings.Questions;

/// <summary>The stored view of a consent or notice.</summary>
public sealed record ConsentEntry
{
    public required Guid Id { get; init; }
    public Guid? Holding { get; init; }

    /// <summary>Empty in the file of the authority that wants to act.</summary>
    public required Guid Trail { get; init; }
    public required string State { get; init; }
    public required string Side { get; init; }

    /// <summary>This authority itself has to answer.</summary>
    public required bool IsWaiting { get; init; }
    public required string[] Groups { get; init; }
    public required string[] Members { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required ConsentSheet Sheet { get; init; }

    public static ConsentEntry Of(Consent file, StreamFacts facts)
    {
        var side = file.AskedBy is null ? "asker" : "asked";
        return new ConsentEntry
        {
            Id = file.Id,
            Holding = file.Holding,
            Trail = file.Trail ?? Guid.Empty,
            State = Kebab.Of(file.Stage),
            Side = side,
            IsWaiting = file.WaitsForUs,
            Groups = [.. file.Groups],
            Members = [.. file.Members],
            OpenedAt = file.OpenedAt,
            Sheet = new ConsentSheet
            {
                Id = file.Id,
                Version = facts.Version,
                State = Kebab.Of(file.Stage),
                Side = side,
                Holding = file.Holding,
                AskedBy = file.AskedBy,
                Provider = file.Provider,
                Asked = file.Asked,
                Says = file.Says,
                Silent = file.Asked.Mode == Modes.Notice ? [] : file.Silent,
                WaitsForUs = file.WaitsForUs,
                Waits = Clocks.Waits(ConsentClocks.Of(file)),
                Letters = file.Mail.Sent,
                Groups = file.Groups,
                Members = file.Members,
                OpenedAt = file.OpenedAt,
                ChangedAt = facts.ChangedAt,
            },
        };
    }
}

/// <summary>A consent, or a notice with or without time to object, as its readers see it.</summary>
public sealed record ConsentSheet
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }

    /// <summary>open, told, granted, denied or stopped.</summary>
    public required string State { get; init; }

    /// <summary>asker or asked.</summary>
    public required string Side { get; init; }

    /// <summary>The holding it is for, at the authority that wants to act.</summary>
    public Guid? Holding { get; init; }

    /// <summary>The authority that asks this one.</summary>
    public string? AskedBy { get; init; }

    /// <summary>The authority that this one asks in turn.</summary>
    public string? Provider { get; init; }
    public required Asked Asked { get; init; }

    /// <summary>What each originator said.</summary>
    public required IReadOnlyList<Say> Says { get; init; }

    /// <summary>Originators that have not answered.</summary>
    public required IReadOnlyList<string> Silent { get; init; }
    public required bool WaitsForUs { get; init; }
    public required IReadOnlyList<WaitLine> Waits { get; init; }
    public required IReadOnlyList<SentLetter> Letters { get; init; }
    public required IReadOnlyList<string> Groups { get; init; }
    public required IReadOnlyList<string> Members { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public bool IsOutline { get; init; }

    /// <summary>What an auditor outside the groups is shown: how far it is, nothing of what is asked and said.</summary>
    public ConsentSheet Outline() =>
        this with
        {
            IsOutline = true,
            Asked = Asked with { Name = "", Reason = "", Act = Asked.Act with { To = null } },
            Says = [.. Says.Select(s => s with { Reason = "", Terms = null })],
            Members = [],
        };
}
