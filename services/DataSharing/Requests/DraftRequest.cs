using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>Drafts a request to one authority or several: each gets a file of its own, restricted from the start.</summary>
public sealed record DraftRequest(
    Guid RequestId,
    Guid AskId,
    string Authority,
    string Reference,
    string To,
    Guid? CaseId,
    Content Content,
    string[] Groups,
    string[] Members
)
{
    private const int AtOnce = 50;

    public static Decision<RequestEvent> Decide(Request current, DraftRequest command, Turn turn) =>
        current.Stage != RequestStage.Unknown ? new NoChange()
        : command.To == command.Authority ? new Refusal("asking-oneself", "Ask another authority.", "to")
        : new RequestDrafted(
            command.RequestId,
            command.AskId,
            command.Authority,
            command.Reference,
            command.To,
            command.CaseId,
            command.Content,
            command.Groups,
            command.Members,
            turn.By,
            turn.Now
        );

    internal static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPost("", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.System)
            .WithSummary("Drafts a request for assistance to one authority or several.")
            .WithDescription(
                "Each authority in `to` gets a request of its own, tied to the others by `ask`; the answer names the first of them. "
                    + "`content.fields` fills in the instrument's form, see `/api/request-forms`. Restricted to `groups` and "
                    + "`members`; without them to the drafter's groups, or to the drafter alone."
            )
            .Creates("/api/requests");

    private static async Task<IResult> HandleAsync(
        Body body,
        RequestDesk desk,
        References references,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var shape = new Shape()
            .Count("to", body.To, 1, AtOnce)
            .Words("to", body.To, AtOnce, 50)
            .Words("groups", body.Groups, 20)
            .Words("members", body.Members, 100);
        var content = shape.Content(body.Content);
        shape.Must(
            (body.To ?? []).Distinct(StringComparer.Ordinal).Count() == (body.To ?? []).Length,
            "to",
            "named-twice",
            "Name each authority once."
        );
        var (groups, members) = Visibility.Restrict(desk.Caller, body.Groups, body.Members);
        shape.Must(
            Visibility.Of(desk.Caller, groups, members) == Sight.Whole,
            "groups",
            "opener-excluded",
            "Name a group of yours, or yourself as a member."
        );
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var known = await Calendars.LoadAsync(desk.Session, body.To!, cancellation);
        foreach (var (to, i) in body.To!.Select((to, i) => (to, i)))
        {
            if (!known.Knows(to) || to == desk.Session.Authority)
            {
                return Problems.Of(
                    409,
                    known.Knows(to) ? "asking-oneself" : "authority-unknown",
                    known.Knows(to) ? "Ask another authority." : $"The registry knows no authority {to}.",
                    $"to[{i}]"
                );
            }
        }

        return await DraftAllAsync(body, content, groups, members, desk, references, http, cancellation);
    }

    // Ids follow from the Idempotency-Key, which is stored with the last file: a repeat after a failure completes the rest.
    private static async Task<IResult> DraftAllAsync(
        Body body,
        Content content,
        string[] groups,
        string[] members,
        RequestDesk desk,
        References references,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var turn = desk.NewTurn();
        var ask = DeterministicId.Of(
            desk.Session.Authority,
            desk.Caller.Subject,
            http.Request.Headers["Idempotency-Key"].ToString()
        );
        var key = desk.Session.Idempotency;
        Outcome<Request>? first = null;
        for (var i = body.To!.Length - 1; i >= 0; i--)
        {
            var command = new DraftRequest(
                i == 0 ? ask : LetterIds.Of(ask, body.To[i], "draft"),
                ask,
                desk.Session.Authority,
                await references.NextAsync(desk.Session.Authority, turn.Now, cancellation),
                body.To[i],
                body.CaseId,
                content,
                groups,
                members
            );
            desk.Session.Idempotency = i == 0 ? key : null;
            first = await desk.Session.DecideAsync<Request, RequestEvent>(
                command.RequestId,
                current => Decide(current, command, turn),
                cancellation
            );
        }

        return first!.ToResult();
    }

    public sealed record Body(
        string[]? To,
        ContentBody? Content,
        Guid? CaseId = null,
        string[]? Groups = null,
        string[]? Members = null
    );
}
