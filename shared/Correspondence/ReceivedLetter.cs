using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Correspondence.Domain;

namespace CaseCoordination.Correspondence;

/// <summary>A letter that passed the border, and what each receiving use case needs to decide on it.</summary>
public sealed record ReceivedLetter(
    Guid LetterId,
    string Sender,
    string Recipient,
    string Kind,
    Guid Conversation,
    string Content,
    Basis Basis,
    DateTimeOffset SubmittedAt
)
{
    public static ReceivedLetter Of(LetterDelivered message) =>
        new(
            message.LetterId,
            message.Sender,
            message.Recipient,
            message.Kind,
            message.ConversationId,
            message.Content,
            BasisOf(message.Basis),
            message.SubmittedAt
        );

    public static Basis BasisOf(LegalBasis basis) =>
        new(basis.Outcome, basis.Instrument, basis.Version, [.. basis.Citations]);
}
