using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using MassTransit;

namespace CaseCoordination.CaseIntake.Cases.Inbound;

/// <summary>Takes letters for case files from the border.</summary>
public sealed class ReceiveCaseLetter(
    AuthoritySessions sessions,
    References references,
    CaseSettings settings,
    TimeProvider clock
) : IConsumer<LetterDelivered>
{
    public async Task Consume(ConsumeContext<LetterDelivered> context)
    {
        var letter = ReceivedLetter.Of(context.Message);
        await using var session = sessions.Open(
            letter.Recipient,
            Reception.By,
            causationId: context.MessageId.ToString()
        );
        var now = clock.GetUtcNow();
        var (file, version) = await session.LoadAsync<Case>(letter.Conversation, context.CancellationToken);
        var calendars = await Calendars.LoadAsync(
            session,
            CaseDesk.ConcernedBy(file).Append(letter.Recipient),
            context.CancellationToken
        );
        var reference =
            version == 0 && letter.Kind == LetterKinds.Invitation
                ? await references.NextAsync(letter.Recipient, now, context.CancellationToken)
                : "";
        await session.DecideOnceAsync<Case, CaseEvent>(
            context,
            "case-intake",
            letter.Conversation,
            current =>
                ReadLetter.Decide(current, letter, reference, Reception.TurnOf(letter, now), calendars, settings),
            now
        );
    }
}
