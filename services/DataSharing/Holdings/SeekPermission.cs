using CaseCoordination.DataSharing.Holdings.Consents.Domain;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>
/// The holder asks each originator for consent to exactly one act, or tells the provider of it; the letter goes back the way the
/// item came. Which of the two, of whom and until when follows from the ruling.
/// </summary>
public sealed record SeekPermission(Guid ConsentId, Act Act, string Reason)
{
    /// <summary>The file of the consent, with the letter that asks.</summary>
    public static Decision<ConsentEvent> Decide(
        Consent current,
        SeekPermission command,
        Holding source,
        string mode,
        string[] of,
        Limit answerBy,
        Turn turn
    )
    {
        if (current.IsKnown)
        {
            return new NoChange();
        }

        var asked = new Asked(
            mode,
            source.Package,
            source.Item.Number,
            source.Item.Name,
            source.Item.Sha256,
            source.Authority,
            command.Act,
            command.Reason,
            of,
            answerBy
        );
        var letter = Outbound.Ask(command.ConsentId, asked, source, turn);
        return new ConsentEvent[]
        {
            new ConsentSought(
                command.ConsentId,
                source.Authority,
                source.Id,
                asked,
                [.. source.Groups],
                [.. source.Members],
                source.From,
                letter.Letter.Id,
                turn.By,
                turn.Now
            ),
            letter,
        };
    }

    /// <summary>The same in the item's chain of custody.</summary>
    public static Decision<HoldingEvent> Record(Holding current, Consent consent, Turn turn) =>
        current.Permissions.Any(p => p.Consent == consent.Id)
            ? new NoChange()
            : new HoldingPermissionSought(
                consent.Id,
                consent.Asked.Mode,
                consent.Asked.Act,
                consent.Asked.Of,
                turn.By,
                turn.Now
            );

    /// <summary>A border stopped the letter: nobody was asked or told, and it may be tried again.</summary>
    public static Decision<HoldingEvent> Drop(Holding current, Consent consent, DateTimeOffset now) =>
        consent.Stage == ConsentStage.Stopped && current.Permissions.Any(p => p.Consent == consent.Id)
            ? new HoldingPermissionDropped(
                consent.Id,
                consent.Mail.Sent.FirstOrDefault(l => l.Id == consent.OwnLetter)?.Reason,
                now
            )
            : new NoChange();

    /// <summary>Why nothing can be asked now, if so.</summary>
    /// <param name="wantsConsent">Consent is asked; otherwise notice is given.</param>
    public static Refusal? Refuse(Holding file, Act act, Ruling ruling, bool wantsConsent, Guid consent)
    {
        if (file.Permissions.Any(p => p.Consent == consent))
        {
            return null;
        }

        var awaited = ruling.Code switch
        {
            "consent-needed" => wantsConsent,
            "objection-window" or "notice-needed" => !wantsConsent,
            _ => (bool?)null,
        };
        return awaited switch
            {
                null when ruling.Permits => new Refusal("nothing-to-ask", "The act is permitted as things stand."),
                null => new Refusal(ruling.Code, ruling.Explanation),
                false when wantsConsent => new Refusal("notice-enough", ruling.Explanation),
                false => new Refusal("consent-needed", ruling.Explanation),
                _ => null,
            }
            ?? (
                file.Permissions.Any(p =>
                    p.Act.IsForTheSame(act)
                    && p.Mode == Modes.Consent == wantsConsent
                    && ruling.Awaited.All(a => p.Of.Contains(a) && p.Says.All(s => s.Authority != a))
                )
                    ? new Refusal("already-asked", "This was asked before and is not answered yet.")
                    : null
            );
    }

    internal static void Map(IEndpointRouteBuilder holdings)
    {
        holdings
            .MapPost("/{id:guid}/consents", AskAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Asks each originator for consent to exactly one act.")
            .Creates("/api/consents");
        holdings
            .MapPost("/{id:guid}/notices", TellAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary(
                "Tells the provider of an act beforehand; where the instrument gives it time to object, the time begins."
            )
            .Creates("/api/consents");
    }

    private static Task<IResult> AskAsync(
        Guid id,
        Body body,
        HoldingDesk desk,
        HttpContext http,
        CancellationToken cancellation
    ) => HandleAsync(id, body, wantsConsent: true, desk, http, cancellation);

    private static Task<IResult> TellAsync(
        Guid id,
        Body body,
        HoldingDesk desk,
        HttpContext http,
        CancellationToken cancellation
    ) => HandleAsync(id, body, wantsConsent: false, desk, http, cancellation);

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        bool wantsConsent,
        HoldingDesk desk,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var shape = new Shape()
            .OneOf("kind", body.Kind, ActKinds.All.ToArray())
            .Text("reason", body.Reason, 4000)
            .Facts("facts", body.Facts);
        var act = shape.Act(body.Kind ?? "", body.Purpose, body.Recipient, body.To);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        if (await desk.FindAsync<Holding>(id, cancellation) is not { } file)
        {
            return Problems.NotFound();
        }

        // The id follows from the key, so that a repeat after a failure completes what is missing.
        var command = new SeekPermission(
            DeterministicId.Of(
                desk.Session.Authority,
                desk.Caller.Subject,
                http.Request.Headers["Idempotency-Key"].ToString(),
                "consent"
            ),
            act,
            body.Reason!
        );
        var turn = desk.NewTurn();
        var bench = await desk.BenchAsync(file, turn.Now, cancellation);
        var ruling = bench.Judge(file, act, body.Facts ?? ActShapes.NoFacts);
        if (Refuse(file, act, ruling, wantsConsent, command.ConsentId) is { } stop)
        {
            return Problems.From(stop);
        }

        var answerBy = desk.Settings.AnswerBy(bench.Calendars, ruling.Awaited.DefaultIfEmpty(file.From), turn.Now);
        var (mode, limit) =
            wantsConsent ? (Modes.Consent, answerBy)
            : ruling.ObjectBy is { } until ? (Modes.Objection, new Limit(WarnBefore(until, turn.Now), until))
            : (Modes.Notice, answerBy);
        return await SeekAsync(command, file, mode, limit, ruling, turn, desk, cancellation);
    }

    private static DateTimeOffset WarnBefore(DateTimeOffset until, DateTimeOffset now) =>
        until.AddDays(-2) > now ? until.AddDays(-2) : now;

    private static async Task<IResult> SeekAsync(
        SeekPermission command,
        Holding file,
        string mode,
        Limit answerBy,
        Ruling ruling,
        Turn turn,
        HoldingDesk desk,
        CancellationToken cancellation
    )
    {
        var asked = await Beside.DecideAsync<Consent, ConsentEvent>(
            desk.Session,
            command.ConsentId,
            current => Decide(current, command, file, mode, ruling.Awaited, answerBy, turn),
            cancellation
        );
        desk.Session.Idempotency = desk.Session.Idempotency is { } key ? key with { Answer = asked.Id } : null;
        var recorded = await desk.DecideAsync<Holding, HoldingEvent>(
            file.Id,
            current => Record(current, asked.State, turn),
            cancellation
        );
        return recorded.Refusal is null ? asked.ToResult() : recorded.ToResult();
    }

    public sealed record Body(
        string? Kind,
        string? Purpose,
        string? Reason,
        string? Recipient = null,
        string? To = null,
        IReadOnlyDictionary<string, string>? Facts = null
    );
}
