using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>What the law is asked about a request, as the border will ask it.</summary>
internal static class RequestQuestion
{
    public static AssistanceRequest Of(Content content, string asker, string asked, DateOnly at, DateOnly today) =>
        new()
        {
            From = asker,
            To = asked,
            At = at,
            AsOf = today,
            Invoked = content.Instrument,
            Pinned = content.Pinned,
            Urgent = content.Urgent,
            Oral = content.Oral,
            Kinds = [.. content.Assistance],
            Subjects = [.. content.Matters.Select((m, i) => QuestionWords.SubjectOf(m, today, i + 1))],
            Missing = [.. Outbound.MissingIn(content)],
            Facts = QuestionWords.FactsOf(content.Facts),
        };

    /// <summary>The request under the basis that it was given, with a ground for refusing supposed or excluded.</summary>
    public static AssistanceRequest OfGround(LawBook book, Request file, string ground, bool holds, DateTimeOffset now)
    {
        var question = OfBasis(book, file, now);
        var there = book.Authority(file.Asked)?.Jurisdiction ?? "";
        var facts = question.Facts;
        return question with
        {
            Facts = ground switch
            {
                "proceedings" => facts with { Proceedings = holds ? ProceedingsIn(there) : [] },
                "sanctions" => facts with { Sanctions = holds ? [new Sanction(there, "final", Tri.Yes, Tri.Yes)] : [] },
                "enforcement" => facts with { Enforcement = holds ? [DecidedIn(there, question.At)] : [] },
                "commitments" => facts with { Commitments = holds ? AcceptedCommitments : NoCommitments },
                _ => facts.With(ground, holds ? Tri.Yes : Tri.No),
            },
        };
    }

    /// <summary>Facts that say what there is, and are no yes or no; a rule can only state that there is nothing.</summary>
    public static IReadOnlySet<string> KnownThings { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "proceedings", "sanctions", "enforcement", "commitments" };

    // Of the states of commitments, this one lets a request be refused; done or failed ones do not (CPC Art. 14(2)(e)).
    private const string AcceptedCommitments = "accepted-and-not-due";
    private const string NoCommitments = "none";

    /// <summary>The request under the basis that it was given, with what the asked authority states of all of its kind.</summary>
    /// <param name="asFiled">With what the asker states besides.</param>
    public static AssistanceRequest OfRule(
        LawBook book,
        Request file,
        IReadOnlyDictionary<string, string> stated,
        bool asFiled,
        DateTimeOffset now
    )
    {
        var question = OfBasis(book, file, now);
        var facts = stated.Where(f => !KnownThings.Contains(f.Key)).ToDictionary(StringComparer.Ordinal);
        return question with
        {
            Facts = QuestionWords
                .FactsOf(facts)
                .Predicates.Aggregate(asFiled ? question.Facts : Facts.None, (all, f) => all.With(f.Key, f.Value)) with
            {
                Proceedings = stated.ContainsKey("proceedings") ? [] : null,
                Sanctions = stated.ContainsKey("sanctions") ? [] : null,
                Enforcement = stated.ContainsKey("enforcement") ? [] : null,
                Commitments = stated.ContainsKey("commitments") ? NoCommitments : null,
            },
        };
    }

    private static AssistanceRequest OfBasis(LawBook book, Request file, DateTimeOffset now)
    {
        var zone = book.Authority(file.Asked) is { } asked
            ? TimeZoneInfo.FindSystemTimeZoneById(asked.TimeZone)
            : TimeZoneInfo.Utc;
        return Of(
            file.Content with
            {
                Instrument = file.Basis!.Instrument,
                Pinned = true,
            },
            file.Asker,
            file.Asked,
            DayIn(zone, file.Submission?.At ?? now),
            DayIn(zone, now)
        );
    }

    private static Proceeding[] ProceedingsIn(string state) =>
        [
            new(state, "criminal", "initiated", Tri.Yes, Tri.Yes),
            new(state, "judicial", "initiated", Tri.Yes, Tri.Yes),
            new(state, "judicial", "final", Tri.Yes, Tri.Yes),
        ];

    private static EnforcementStep DecidedIn(string state, DateOnly at) => new(state, "decided", at, Tri.Yes, Tri.Yes);

    private static DateOnly DayIn(TimeZoneInfo zone, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
