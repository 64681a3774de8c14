using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;
using MassTransit;

namespace CaseCoordination.DataSharing.Requests.Inbound;

/// <summary>Takes letters for requests from the border.</summary>
public sealed class ReceiveRequestLetter(
    AuthoritySessions sessions,
    References references,
    LawBookCache law,
    RequestSettings settings,
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
        var intake = await IntakeOfAsync(session, letter, now, context.CancellationToken);
        await session.DecideOnceAsync<Request, RequestEvent>(
            context,
            "data-sharing",
            letter.Conversation,
            current => ReadLetter.Decide(current, letter, intake),
            now
        );
    }

    private async Task<Intake> IntakeOfAsync(
        AuthoritySession session,
        ReceivedLetter letter,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var (_, version) = await session.LoadAsync<Request>(letter.Conversation, cancellation);
        var calendars = await Calendars.LoadAsync(session, [letter.Sender, letter.Recipient], cancellation);
        var opens = version == 0 && letter.Kind is (LetterKinds.Submission or LetterKinds.Consultation);
        return new Intake(
            now,
            opens ? await references.NextAsync(letter.Recipient, now, cancellation) : "",
            await law.BookAsync(calendars.DayOf(letter.Recipient, now), cancellation),
            calendars,
            settings
        );
    }
}
