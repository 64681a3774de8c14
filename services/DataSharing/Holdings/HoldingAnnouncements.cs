using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.DataSharing.Holdings.Consents.Domain;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Trails.Domain;
using CaseCoordination.Platform.Messaging;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>What items tell the border: letters written, and letters taken. Everything else stays in the files.</summary>
public static class HoldingAnnouncements
{
    public static IEnumerable<Announcement> Announce(object @event, string authority) =>
        @event switch
        {
            HoldingLetterWritten e => Dispatch(e.Letter, authority),
            TrailLetterWritten e => Dispatch(e.Letter, authority),
            ConsentLetterWritten e => Dispatch(e.Letter, authority),
            HoldingLetterTaken e => Retrieved(e.Letter, authority),
            TrailLetterTaken e => Retrieved(e.Letter, authority),
            ConsentLetterTaken e => Retrieved(e.Letter, authority),
            _ => [],
        };

    private static IEnumerable<Announcement> Dispatch(LetterOut letter, string authority) =>
        [
            new Announcement(
                new DispatchLetter
                {
                    LetterId = letter.Id,
                    Sender = authority,
                    Recipient = letter.To,
                    Kind = letter.Kind,
                    ConversationId = letter.Conversation,
                    Question = new LegalQuestion { ReliesOn = letter.ReliesOn, Closing = letter.Closing },
                    Content = letter.Content,
                    SubmittedBy = letter.By,
                    SubmittedAt = letter.At,
                    VisibleTo = letter.VisibleTo,
                },
                authority
            ),
        ];

    private static IEnumerable<Announcement> Retrieved(LetterIn letter, string authority) =>
        [BorderMail.Retrieved(authority, letter.Id, letter.At, letter.VisibleTo)];
}
