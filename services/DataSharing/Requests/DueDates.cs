using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>By when a request that arrives has to be acknowledged and answered: as the instrument says, else as is usual here.</summary>
public sealed record DueDates(Due Due, TimeLimit Acknowledge)
{
    private static readonly string[] Replies = ["reply", "reply-or-partial", "provide-information"];

    /// <param name="book">The law on that day.</param>
    /// <param name="instrument">The legal basis; an unknown one leaves the usual times.</param>
    /// <param name="asked">The authority that has to act; its calendar counts.</param>
    /// <param name="number">Orders due dates of one request.</param>
    public static DueDates Of(
        LawBook book,
        string instrument,
        Content content,
        string asked,
        int number,
        DateTimeOffset now,
        Calendars calendars,
        RequestSettings settings
    )
    {
        var usual = settings.Within(calendars, asked, now, Allowance.Acknowledgement);
        var days = content.Urgent ? settings.UrgentAnswerDays : settings.AnswerDays;
        var answer = calendars.After(asked, now, days);
        if (book.Authority(asked) is not { } profile || book.Instrument(instrument) is null)
        {
            return new DueDates(settings.DueAt(number, now, answer), usual);
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(profile.TimeZone);
        var received = content.Urgent ? "urgent-request-received" : "request-received";
        var decision = Law.Judge(
            book,
            new ClockQuestion
            {
                Instrument = instrument,
                Acting = asked,
                Events = [new ClockEvent(received, TimeZoneInfo.ConvertTime(now, zone).DateTime)],
                Facts = QuestionWords.FactsOf(content.Facts),
            }
        );
        var acknowledge = Earliest(decision, zone, ["acknowledge"]);
        return new DueDates(
            settings.DueAt(number, now, Earliest(decision, zone, Replies) ?? answer),
            acknowledge is { } at ? new TimeLimit(RequestSettings.WarnBefore(usual.WarnAt, now, at), at) : usual
        );
    }

    // A day ends with its last minute; hours end by the minute.
    private static DateTimeOffset? Earliest(Decision decision, TimeZoneInfo zone, string[] acts) =>
        decision
            .Deadlines.Where(d => acts.Contains(d.Do, StringComparer.Ordinal))
            .Select(d => (DateTimeOffset?)InstantOf(d.ByTheHour ? d.Due : d.Due.AddDays(1), zone))
            .Min();

    private static DateTimeOffset InstantOf(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
