using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Notices.Letters;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;
using MassTransit;

namespace CaseCoordination.DataSharing.Notices.Inbound;

/// <summary>Takes letters for notices from the border, and looks up in this service what they are about.</summary>
public sealed class ReceiveNoticeLetter(
    AuthoritySessions sessions,
    [FromKeyedServices(NoticesModule.Name)] References references,
    RequestSettings settings,
    OwnPlaces places,
    TimeProvider clock
) : IConsumer<LetterDelivered>
{
    public async Task Consume(ConsumeContext<LetterDelivered> context)
    {
        var letter = ReceivedLetter.Of(context.Message);
        await using var session = sessions.Open(
            letter.Recipient,
            ReadNoticeLetter.By,
            causationId: context.MessageId.ToString()
        );
        var now = clock.GetUtcNow();
        var intake = await IntakeOfAsync(session, letter, now, context.CancellationToken);
        await session.DecideOnceAsync<Notice, NoticeEvent>(
            context,
            "data-sharing",
            letter.Conversation,
            current => ReadNoticeLetter.Decide(current, letter, intake),
            now
        );
    }

    private async Task<NoticeIntake> IntakeOfAsync(
        AuthoritySession session,
        ReceivedLetter letter,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var (_, version) = await session.LoadAsync<Notice>(letter.Conversation, cancellation);
        var offer =
            version == 0 && letter.Kind == NoticeLetterKinds.Offer
                ? LetterJson.Read<NoticeOfferLetter>(letter.Content)
                : null;
        var own = await session.Documents.LoadAsync<AuthorityReplica>(letter.Recipient, cancellation);
        return new NoticeIntake(
            now,
            offer is null ? "" : await references.NextAsync(letter.Recipient, now, cancellation),
            over => IntakeGroups.For(over, settings.IntakeGroups, settings.OtherIntakeGroups),
            offer is null ? [] : await places.LookUpAsync(session, Told.Of(offer.Subjects), now, cancellation),
            own?.ToProfile().ContactPoint is { Length: > 0 } contact ? contact : letter.Recipient
        );
    }
}
