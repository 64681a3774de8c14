using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Requests.Questions;

/// <summary>The stored view of a request: what lists filter and sort by, and the sheet that readers see.</summary>
public sealed record RequestEntry
{
    public required Guid Id { get; init; }
    public required Guid Ask { get; init; }
    public required string State { get; init; }

    /// <summary>The state, and besides it <c>clarification</c>, <c>escalated</c> and <c>overdue</c> where they hold.</summary>
    public required string[] States { get; init; }
    public required string Side { get; init; }
    public required string Partner { get; init; }
    public string? Instrument { get; init; }

    /// <summary>When the answer is due; absent where none is waited for.</summary>
    public DateTimeOffset? DueAt { get; init; }
    public required bool IsWaiting { get; init; }
    public required string[] WaitsOn { get; init; }
    public required string[] Groups { get; init; }
    public required string[] Members { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The subjects' identifiers, as <see cref="SubjectKeys"/> spells them.</summary>
    public required string[] Identifiers { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>What is counted of it; absent before it is submitted.</summary>
    public RequestMeasures? Measures { get; init; }

    /// <summary>References, title, subjects' names and identifiers, in lower case.</summary>
    public required string Text { get; init; }
    public required RequestSheet Sheet { get; init; }

    public static RequestEntry Of(Request file, StreamFacts facts)
    {
        var waits = Waits.Of(file).ToArray();
        return new RequestEntry
        {
            Id = file.Id,
            Ask = file.AskId,
            State = Kebab.Of(file.Stage),
            States = StatesOf(file, waits),
            Side = Kebab.Of(file.Side),
            Partner = file.Other,
            Instrument = file.Basis?.Instrument,
            DueAt = file.IsUnderWay ? file.Due?.At : null,
            IsWaiting = waits.Length > 0,
            WaitsOn = [.. waits.Select(w => w.On).Distinct(StringComparer.Ordinal)],
            Groups = [.. file.Groups],
            Members = [.. file.Members],
            OpenedAt = file.OpenedAt,
            Identifiers = SubjectKeys.Of(file.Content.Subjects.SelectMany(s => s.Identifiers)),
            SubmittedAt = file.Submission?.At,
            Measures = RequestMeasures.Of(file),
            Text = TextOf(file),
            Sheet = SheetOf(file, facts, waits),
        };
    }

    private static string[] StatesOf(Request file, WaitLine[] waits)
    {
        var states = new List<string> { Kebab.Of(file.Stage) };
        if (file.OpenClarification is not null)
        {
            states.Add("clarification");
        }

        if (file.OpenEscalation is not null)
        {
            states.Add("escalated");
        }

        if (waits.Any(w => w.State == Waits.Overdue))
        {
            states.Add("overdue");
        }

        return [.. states];
    }

    private static RequestSheet SheetOf(Request file, StreamFacts facts, WaitLine[] waits) =>
        new()
        {
            Id = file.Id,
            Version = facts.Version,
            Ask = file.AskId,
            Authority = file.Authority,
            Side = Kebab.Of(file.Side),
            Partner = file.Other,
            Reference = file.Reference,
            TheirReference = file.TheirReference,
            State = Kebab.Of(file.Stage),
            IsPaused = file.OpenClarification is not null,
            IsEscalated = file.OpenEscalation is not null,
            CaseId = file.CaseId,
            Part = file.Part,
            Content = file.Content,
            Basis = file.Basis,
            Stopped = file.Stop,
            SubmittedAt = file.Submission?.At,
            DeliveredAt = file.Submission?.DeliveredAt,
            AcknowledgedAt = file.Acknowledgement?.At,
            ConfirmedAt = file.Confirmation?.At,
            AnsweredByRule = file.Weighing?.AnsweredBy,
            DueAt = file.Submission is null ? null : file.Due?.At,
            Consultations = file.Consultations,
            Clarifications = file.Clarifications,
            PartAnswers = file.PartAnswers,
            Answer = file.Answer,
            Refusal = file.Refusal,
            Duties = file.Duties,
            Escalations = file.Escalations,
            Withdrawal = file.Withdrawal,
            Lapse = file.Lapse,
            Closing = file.Closing,
            Letters = file.Letters,
            Waits = waits,
            Groups = file.Groups,
            Members = file.Members,
            OpenedAt = file.OpenedAt,
            ChangedAt = facts.ChangedAt,
        };

    private static string TextOf(Request file) =>
        string.Join(
                '\n',
                file.Content.Subjects.SelectMany(s => s.Identifiers.Select(i => i.Value).Prepend(s.Name))
                    .Prepend(file.Content.Title)
                    .Prepend(file.Reference)
            )
            .ToLowerInvariant();
}
