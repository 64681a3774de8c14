using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Contracts.DataSharing.V1;
using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.Platform.Messaging;

namespace CaseCoordination.DataSharing.Notices;

/// <summary>What a notice tells the border, and the case files of its own authority. Everything else stays in the file.</summary>
public static class NoticeAnnouncements
{
    public static IEnumerable<Announcement> Announce(object @event, string authority) =>
        @event switch
        {
            NoticeLetterWritten e => [BorderMail.Dispatch(Letter(e, authority))],
            NoticeLetterTaken e => [BorderMail.Retrieved(authority, e.LetterId, e.At, e.VisibleTo)],
            NoticeReceived { Content.Subjects: var subjects } e =>
            [
                new Announcement(
                    new SubjectsToCheck
                    {
                        CheckId = e.NoticeId,
                        Authority = authority,
                        Identifiers =
                        [
                            .. subjects
                                .SelectMany(s => s.Identifiers)
                                .Distinct()
                                .Select(i => new CheckedIdentifier(i.Scheme, i.Value)),
                        ],
                    },
                    authority
                )
                {
                    Lane = "checks",
                },
            ],
            _ => [],
        };

    private static DispatchLetter Letter(NoticeLetterWritten e, string authority) =>
        new()
        {
            LetterId = e.LetterId,
            Sender = authority,
            Recipient = e.To,
            Kind = e.Kind,
            ConversationId = e.NoticeId,
            Question = e.Ask is { Matter: var matter } ask
                ? new LegalQuestion
                {
                    Trigger = ask.Trigger,
                    Instrument = ask.Instrument,
                    Assistance = ask.Kinds,
                }.About(matter)
                : new LegalQuestion { ReliesOn = e.ReliesOn, Closing = e.Closing },
            Content = e.Content,
            SubmittedBy = e.By,
            SubmittedAt = e.At,
            VisibleTo = e.VisibleTo,
        };
}
