using System.Text.Json.Serialization;
using CaseCoordination.EnforcementActions.Deconfliction.Domain;

namespace CaseCoordination.EnforcementActions.Deconfliction.Letters;

/// <summary>Asks whether other measures meet these targets, places and times; it says nothing else of the action.</summary>
public sealed record DeconflictionLetter : LetterContent
{
    public required int Number { get; init; }
    public required ToldSought[] Targets { get; init; }
    public required string[] Places { get; init; }
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset Until { get; init; }

    [JsonIgnore]
    public override bool IsWhole =>
        Targets.All(t => t?.Keys.All(k => k is not null) == true) && Places.All(p => p is not null);

    public Sought ToSought() =>
        new(
            [.. Targets.Select(t => new SoughtTarget(t.Id, t.Keys))],
            Places,
            From.ToUniversalTime(),
            Until.ToUniversalTime()
        );
}

/// <summary>A target: its name within the asker's plan, and identifiers as <c>scheme:value</c>.</summary>
public sealed record ToldSought(string Id, string[] Keys);

/// <summary>Hit or no-hit, and for a hit whom to speak to.</summary>
public sealed record DeconflictedLetter : LetterContent
{
    /// <summary>plan, answering a proposal, or inquiry.</summary>
    public required string About { get; init; }

    /// <summary>The plan's version, or the inquiry's number.</summary>
    public required int Number { get; init; }
    public required ToldHit[] Hits { get; init; }

    /// <summary>too-many, where it was asked more often on a day than it answers.</summary>
    public string? Declined { get; init; }
    public required DateTimeOffset At { get; init; }

    [JsonIgnore]
    public override bool IsWhole =>
        About is Finding.OfPlan or Finding.OfInquiry && Hits.All(h => h?.Contacts.All(c => c is not null) == true);

    public static DeconflictedLetter Of(Finding finding) =>
        new()
        {
            About = finding.About,
            Number = finding.Number,
            Hits = [.. finding.Hits.Select(h => new ToldHit(h.Contacts, h.Target, h.Place))],
            Declined = finding.Declined,
            At = finding.At,
        };

    public Finding ToFinding() =>
        new(
            About,
            Number,
            [.. Hits.Select(h => new Hit(h.Target, h.Place, h.Contacts))],
            Declined,
            At.ToUniversalTime()
        );
}

public sealed record ToldHit(string[] Contacts, string? Target = null, string? Place = null);
