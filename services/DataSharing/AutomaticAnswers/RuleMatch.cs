using CaseCoordination.DataSharing.AutomaticAnswers.Domain;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.AutomaticAnswers;

/// <summary>What a rule says of a request: it answers, or a person has to, for coded reasons.</summary>
/// <param name="Reasons">Why a person has to answer; empty where the rule does.</param>
/// <param name="Decision">The law's decision with what the rule states; null where the rule does not cover the request at all.</param>
public sealed record RuleVerdict(Guid Rule, string Name, string[] Reasons, Decision? Decision)
{
    public bool Answers => Reasons.Length == 0;
}

/// <summary>Weighs rules against a request: only a clean grant with no fact open is answered without a person.</summary>
public static class RuleMatch
{
    /// <summary>Weighs one rule; how many records there are and what was used of the day's allowance is for later.</summary>
    /// <param name="rule">In force, or tried as if it were.</param>
    /// <param name="request">The asked authority's file.</param>
    /// <param name="book">The law of the day.</param>
    /// <param name="calendars">Of the asked authority.</param>
    /// <param name="now">When it is weighed.</param>
    public static RuleVerdict Weigh(
        AnswerRule rule,
        Request request,
        LawBook book,
        Calendars calendars,
        DateTimeOffset now
    )
    {
        var reasons = Scope(rule.Terms, request, book, now)
            .Concat(Hours(rule, request, book, calendars, now))
            .ToArray();
        if (reasons.Length > 0)
        {
            return new RuleVerdict(rule.Id, rule.Terms.Name, reasons, null);
        }

        var decision = Law.Judge(book, RequestQuestion.OfRule(book, request, rule.Terms.Facts, now));
        return new RuleVerdict(rule.Id, rule.Terms.Name, [.. Open(decision)], decision);
    }

    /// <summary>The one ask for records that a rule can answer; null where there is none or more than one.</summary>
    public static RecordsAsk? AskOf(Request request) => request.Content.Records is [var only] ? only : null;

    private static IEnumerable<string> Scope(RuleTerms terms, Request request, LawBook book, DateTimeOffset now)
    {
        var content = request.Content;
        if (AskOf(request) is not { } ask)
        {
            yield return "no-single-ask-for-records";
            yield break;
        }

        if (ask.Category != terms.Category)
        {
            yield return "category-not-covered";
        }

        if (Misses(terms.Requesters, request.Asker))
        {
            yield return "requester-not-covered";
        }

        if (request.Basis is not { } basis || Misses(terms.Instruments, basis.Instrument))
        {
            yield return "instrument-not-covered";
        }
        else if (book.Instrument(basis.Instrument) is null)
        {
            yield return "instrument-unknown-here";
        }

        if (content.Matters.Any(m => Misses(terms.Matters, m.Code)))
        {
            yield return "matter-not-covered";
        }

        if (content.Assistance.Any(kind => !kind.StartsWith("info.", StringComparison.Ordinal)))
        {
            yield return "more-than-information-asked";
        }

        if (content.Oral && request.Confirmation is null)
        {
            yield return "not-confirmed-in-writing";
        }

        if (ask is not { From: { } from, To: { } to })
        {
            yield return "period-open";
        }
        else if (RequestShapes.Day(to).DayNumber - RequestShapes.Day(from).DayNumber >= terms.LongestPeriodDays)
        {
            yield return "period-too-long";
        }
    }

    private static IEnumerable<string> Hours(
        AnswerRule rule,
        Request request,
        LawBook book,
        Calendars calendars,
        DateTimeOffset now
    )
    {
        var zone = book.Authority(request.Asked) is { } profile
            ? TimeZoneInfo.FindSystemTimeZoneById(profile.TimeZone)
            : TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTime(now, zone);
        if (rule.Terms.Hours is { } hours && (local.Hour < hours.From || local.Hour >= hours.To))
        {
            yield return "outside-hours";
        }

        if (rule.Terms.WorkingDaysOnly && !calendars.IsWorkingDay(request.Asked, now))
        {
            yield return "no-working-day";
        }
    }

    private static IEnumerable<string> Open(Decision decision)
    {
        if (decision.Outcome != Outcome.Grant)
        {
            yield return "not-a-clean-grant";
        }

        if (!decision.Unknown.IsEmpty || !decision.Ask.IsEmpty)
        {
            yield return "facts-open";
        }
    }

    private static bool Misses(string[] covered, string word) =>
        covered.Length > 0 && !covered.Contains(word, StringComparer.Ordinal);
}
