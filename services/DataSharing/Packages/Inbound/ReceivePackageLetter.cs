using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Packages.Letters;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using MassTransit;

namespace CaseCoordination.DataSharing.Packages.Inbound;

/// <summary>Takes letters for packages from the border.</summary>
public sealed class ReceivePackageLetter(
    AuthoritySessions sessions,
    [FromKeyedServices(PreparePackage.References)] References references,
    RequestSettings requests,
    PackageSettings settings,
    TimeProvider clock
) : IConsumer<LetterDelivered>
{
    public async Task Consume(ConsumeContext<LetterDelivered> context)
    {
        var letter = ReceivedLetter.Of(context.Message);
        await using var session = sessions.Open(
            letter.Recipient,
            ReadPackageLetter.By,
            causationId: context.MessageId.ToString()
        );
        var now = clock.GetUtcNow();
        var intake = await IntakeOfAsync(session, letter, context.Message.Basis, now, context.CancellationToken);
        await session.DecideOnceAsync<Package, PackageEvent>(
            context,
            "data-sharing",
            letter.Conversation,
            current => ReadPackageLetter.Decide(current, letter, intake),
            now
        );
    }

    private async Task<PackageIntake> IntakeOfAsync(
        AuthoritySession session,
        ReceivedLetter letter,
        LegalBasis basis,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var (_, version) = await session.LoadAsync<Package>(letter.Conversation, cancellation);
        var opens = version == 0 && letter.Kind == PackageLetterKinds.Release;
        var manifest = opens ? LetterJson.Read<PackageManifest>(letter.Content) : null;
        var request = await RequestOfAsync(session, manifest?.Request, letter.Sender, cancellation);
        return new PackageIntake(
            now,
            opens ? await references.NextAsync(letter.Recipient, now, cancellation) : "",
            request?.Id,
            request is not null
                ? [.. request.Groups]
                : IntakeGroups.For(manifest?.Over ?? "", requests.IntakeGroups, requests.OtherIntakeGroups),
            [.. basis.Obligations.Select(ObligationOf)],
            settings.MaxItemBytes
        );
    }

    // Only a request of ours to this very sender lets a package in among its papers.
    private static async Task<Request?> RequestOfAsync(
        AuthoritySession session,
        Guid? named,
        string sender,
        CancellationToken cancellation
    )
    {
        if (named is not { } id)
        {
            return null;
        }

        var (request, _) = await session.LoadAsync<Request>(id, cancellation);
        return request is { Side: Side.Asker, Submission: not null } && request.Other == sender ? request : null;
    }

    private static BindingObligation ObligationOf(LetterObligation o) =>
        new(o.Term, o.About, o.Op, o.Effect, [.. o.Purposes], [.. o.Recipients], o.Keep, o.Survives, [.. o.Cites]);
}
