using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Notices.Questions;

/// <summary>The stored view of a notice: what lists filter and sort by, and the sheet that readers see.</summary>
public sealed record NoticeEntry
{
    public required Guid Id { get; init; }
    public required string State { get; init; }
    public required string Kind { get; init; }
    public required string From { get; init; }
    public required bool IsHit { get; init; }
    public required string[] Groups { get; init; }
    public required string[] Members { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>References, title, subjects' names and identifiers, in lower case.</summary>
    public required string Text { get; init; }
    public required NoticeSheet Sheet { get; init; }

    public static NoticeEntry Of(Notice file, StreamFacts facts)
    {
        var isHit = file.Checks.Any(c => c.IsHit) || file.Recipients.Values.Any(r => r.IsHit == true);
        return new NoticeEntry
        {
            Id = file.Id,
            State = Kebab.Of(file.Stage),
            Kind = file.Content.Kind,
            From = file.From,
            IsHit = isHit,
            Groups = [.. file.Groups],
            Members = [.. file.Members],
            OpenedAt = file.OpenedAt,
            Text = string.Join(
                    '\n',
                    file.Content.Subjects.SelectMany(s => s.Identifiers.Select(i => i.Value).Prepend(s.Name))
                        .Prepend(file.Content.Title)
                        .Prepend(file.Reference)
                )
                .ToLowerInvariant(),
            Sheet = new NoticeSheet
            {
                Id = file.Id,
                Version = facts.Version,
                Authority = file.Authority,
                From = file.From,
                Reference = file.Reference,
                TheirReference = file.TheirReference,
                State = Kebab.Of(file.Stage),
                IsHit = isHit,
                Content = file.Content,
                Basis = file.Basis,
                Recipients = [.. file.Recipients.Values],
                Checks = file.Checks,
                Unchecked = file.IsOwn
                    ? []
                    : [.. Places.All.Except(file.Checks.Select(c => c.Where), StringComparer.Ordinal)],
                AcknowledgedAt = file.AcknowledgedAt,
                Withdrawn = file.Withdrawn,
                Letters = file.Letters,
                Groups = file.Groups,
                Members = file.Members,
                OpenedAt = file.OpenedAt,
                ChangedAt = facts.ChangedAt,
            },
        };
    }
}

/// <summary>A notice as its readers see it.</summary>
public sealed record NoticeSheet
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required string Authority { get; init; }

    /// <summary>Who made it known; the authority itself for its own notices.</summary>
    public required string From { get; init; }
    public required string Reference { get; init; }
    public string? TheirReference { get; init; }

    /// <summary>draft, offered, received or withdrawn.</summary>
    public required string State { get; init; }

    /// <summary>True when a subject is known: here, or in a recipient's registers.</summary>
    public required bool IsHit { get; init; }

    /// <summary>True when the reader may know how far the notice is, but not what it says.</summary>
    public bool IsOutline { get; init; }
    public NoticeContent? Content { get; init; }
    public Basis? Basis { get; init; }

    /// <summary>Each partner that it was offered to, with its own state.</summary>
    public IReadOnlyList<Recipient> Recipients { get; init; } = [];

    /// <summary>Where the subjects were looked up; a hit names whom to speak to.</summary>
    public IReadOnlyList<Check> Checks { get; init; } = [];

    /// <summary>Places from which there is no word yet: registers, requests or cases.</summary>
    public IReadOnlyList<string> Unchecked { get; init; } = [];
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Why it does not hold any more.</summary>
    public string? Withdrawn { get; init; }
    public IReadOnlyList<SentLetter> Letters { get; init; } = [];
    public IReadOnlyList<string> Groups { get; init; } = [];
    public IReadOnlyList<string> Members { get; init; } = [];
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>How far it is, for an auditor outside its groups.</summary>
    public NoticeSheet Outline() =>
        new()
        {
            Id = Id,
            Version = Version,
            Authority = Authority,
            From = From,
            Reference = Reference,
            State = State,
            IsHit = false,
            IsOutline = true,
            Letters = Letters,
            OpenedAt = OpenedAt,
            ChangedAt = ChangedAt,
        };
}
