using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>Offers the lead to a partner that joined; a partner that took it gives it back by offering it in turn.</summary>
public sealed record OfferLead(string To)
{
    public static Decision<CaseEvent> Decide(
        Case current,
        OfferLead command,
        Turn turn,
        Calendars calendars,
        CaseSettings settings
    )
    {
        if (Refusals.OfLead(current) is { } refusal)
        {
            return refusal;
        }

        if (current.Stage == CaseStage.Suspended)
        {
            return Refusals.Suspended;
        }

        if (current.Offer is { } open)
        {
            return open.To == command.To ? new NoChange() : Refusals.OfferOpen;
        }

        if (!current.Joined.Contains(command.To, StringComparer.Ordinal))
        {
            return new Refusal("partner-not-joined", "The lead can go only to a partner that joined.", "to");
        }

        // An invited authority answers the one that invited it; the next lead could not know of it.
        if (current.Partners.Values.Any(p => p.IsOpen))
        {
            return new Refusal(
                "invitations-open",
                "Wait for the answers to all invitations, or take them back, first."
            );
        }

        var answerBy = calendars.After(command.To, turn.Now, settings.LeadAnswerDays);
        var letter = Outbound.Write(
            current,
            command.To,
            LetterKinds.LeadOffer,
            new LeadOfferLetter
            {
                Term = current.Term,
                Members = [.. current.Joined],
                Pauses = current.PauseNumber,
                AnswerBy = answerBy,
            },
            turn
        );
        return new CaseEvent[]
        {
            new LeadOffered(
                letter.LetterId,
                command.To,
                answerBy,
                answerBy + settings.LeadAnswerTransport,
                turn.By,
                turn.Now
            ),
            letter,
        };
    }

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id:guid}/lead-offer", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Offers the lead to a partner that joined.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        CaseDesk desk,
        CaseSettings settings,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Text("to", body.To, 50);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(
                id,
                (current, turn, calendars) => Decide(current, new(body.To!), turn, calendars, settings),
                cancellation
            );
    }

    public sealed record Body(string? To);
}
