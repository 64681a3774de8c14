using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Contracts.DataSharing.V1;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Platform.Messaging;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>What a request tells the border (letters written, and letters taken) and its own authority (that it arrived). Everything else stays in the file.</summary>
public static class RequestAnnouncements
{
    public static IEnumerable<Announcement> Announce(object @event, string authority) =>
        @event switch
        {
            LetterWritten e => [BorderMail.Dispatch(Letter(e, authority))],
            LetterTaken e => [BorderMail.Retrieved(authority, e.LetterId, e.At, e.VisibleTo)],
            RequestReceived e =>
            [
                new Announcement(
                    new RequestArrived
                    {
                        RequestId = e.RequestId,
                        Authority = authority,
                        At = e.At,
                    },
                    authority
                )
                {
                    Lane = "arrivals",
                },
            ],
            _ => [],
        };

    private static DispatchLetter Letter(LetterWritten e, string authority) =>
        new()
        {
            LetterId = e.LetterId,
            Sender = authority,
            Recipient = e.To,
            Kind = e.Kind,
            ConversationId = e.RequestId,
            Question = QuestionOf(e),
            Content = e.Content,
            SubmittedBy = e.By,
            SubmittedAt = e.At,
            VisibleTo = e.VisibleTo,
        };

    private static LegalQuestion QuestionOf(LetterWritten e) =>
        e.Ask is { Matters: [var first, .. var others] } ask
            ? new LegalQuestion
            {
                Instrument = ask.Instrument,
                Pinned = ask.Pinned,
                Urgent = ask.Urgent,
                Oral = ask.Oral,
                Assistance = ask.Assistance,
                Missing = ask.Missing,
                Facts = ask.Facts,
                Closing = e.Closing,
            }.About(first, others)
            : new LegalQuestion { ReliesOn = e.ReliesOn, Closing = e.Closing };
}
