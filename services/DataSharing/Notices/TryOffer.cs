using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Notices;

/// <summary>Offering without sending: which authorities are entitled to the notice, by which terms, and why others are not.</summary>
internal static class TryOffer
{
    public static void Map(IEndpointRouteBuilder notices) =>
        notices
            .MapPost("/{id:guid}/offer/dry-run", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.Approver, Roles.Counsel, Roles.System)
            .WithSummary(
                "Tells for every authority whether it is entitled to the notice, and by which terms. Sends nothing."
            )
            .Produces<IReadOnlyList<TriedOffer>>()
            .ProducesProblem(404);

    private static async Task<IResult> HandleAsync(
        Guid id,
        NoticeDesk desk,
        LawBookCache law,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (await desk.FindAsync(id, cancellation) is not { } notice)
        {
            return Problems.NotFound();
        }

        if (!notice.IsOwn)
        {
            return Problems.From(OfferNotice.NotOwn);
        }

        var (book, today) = await OfferNotice.BookAsync(desk, law, cancellation);
        var language = LanguageOf.Answer(http);
        return Results.Ok(
            Entitlement
                .Of(book, notice.Authority, notice.Content, today)
                .Select(e => new TriedOffer(
                    e.Partner,
                    e.IsEntitled,
                    e.StopReason,
                    e.Decision.Basis,
                    [.. e.Decision.Citations.Select(c => c.Text)],
                    book.Instrument(e.Decision.Basis) is { } basis ? [.. Obligations.Of(basis)] : [],
                    [.. Explain.InFull(e.Decision, language)]
                ))
                .ToList()
        );
    }
}

/// <summary>What would become of an offer to one authority.</summary>
public sealed record TriedOffer(
    string Partner,
    bool Entitled,
    string? StopReason,
    string Instrument,
    IReadOnlyList<string> Citations,
    IReadOnlyList<Obligation> Obligations,
    IReadOnlyList<string> Explanation
);
