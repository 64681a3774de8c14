using CaseCoordination.Contracts.DataSharing.V1;
using CaseCoordination.DataSharing.AutomaticAnswers.Domain;
using CaseCoordination.DataSharing.AutomaticAnswers.Questions;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyLaw;
using Marten;
using MassTransit;
using Request = CaseCoordination.DataSharing.Requests.Domain.Request;

namespace CaseCoordination.DataSharing.AutomaticAnswers;

/// <summary>
/// Answers a request that has just arrived where a rule in force covers it; otherwise notes in the file why a person has to.
/// Every step may be repeated: what was done before is found and not done again.
/// </summary>
public sealed class AnswerAutomatically(
    AuthoritySessions sessions,
    LawBookCache law,
    AutomaticPackage packages,
    RequestSettings settings,
    TimeProvider clock
) : IConsumer<RequestArrived>
{
    public const string By = "automatic-answers";

    public async Task Consume(ConsumeContext<RequestArrived> context)
    {
        var cancellation = context.CancellationToken;
        var (authority, id) = (context.Message.Authority, context.Message.RequestId);
        await using var session = sessions.Open(authority, By, causationId: context.MessageId.ToString());
        var (request, _) = await session.LoadAsync<Request>(id, cancellation);
        if (request is not { Side: Side.Asked, Stage: RequestStage.Delivered, Weighing: null })
        {
            return;
        }

        var rules = await session
            .Documents.Query<RuleEntry>()
            .Where(r => r.State == InForce)
            .OrderBy(r => r.Name)
            .ThenBy(r => r.Id)
            .ToListAsync(cancellation);
        if (rules.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var calendars = await Calendars.LoadAsync(session, [request.Asked, request.Asker], cancellation);
        var book = await law.BookAsync(calendars.DayOf(authority, now), cancellation);
        var verdicts = rules.Select(r => RuleMatch.Weigh(r.Rule, request, book, calendars, now)).ToList();
        var place = verdicts.FindIndex(v => v.Answers);
        var given =
            place < 0 ? null : await GiveAsync(session, rules[place].Rule, request, calendars, now, cancellation);
        if (given?.Reason is { } reason)
        {
            verdicts[place] = verdicts[place] with { Reasons = [reason] };
        }

        var turn = new Turn(By, DeterministicId.Of(By, id.ToString("N")), now);
        await session.DecideAsync<Request, RequestEvent>(
            id,
            current => Decide(current, verdicts, given, turn, calendars, settings),
            cancellation
        );
    }

    private static string InForce { get; } = Kebab.Of(RuleStage.InForce);

    /// <summary>Notes what each rule said, and answers where one gave what was asked.</summary>
    public static Decider.Decision<RequestEvent> Decide(
        Request current,
        IReadOnlyList<RuleVerdict> verdicts,
        Gift? given,
        Turn turn,
        Calendars calendars,
        RequestSettings settings
    )
    {
        if (current is not { Side: Side.Asked, Stage: RequestStage.Delivered, Weighing: null })
        {
            return new Decider.NoChange();
        }

        var answering = given is { Reason: null } ? verdicts.First(v => v.Answers) : null;
        var decided = answering ?? verdicts.FirstOrDefault(v => v.Decision is not null);
        var weighed = new AutomaticAnswerWeighed(
            [.. verdicts.Select(v => new WeighedRule(v.Rule, v.Name, v.Reasons))],
            answering?.Rule,
            given?.Records,
            decided?.Decision is { } decision ? DecisionJson.Write(decision) : null,
            turn.Now
        );
        if (answering is null)
        {
            return weighed;
        }

        return AnswerRequest.Decide(
            current,
            new AnswerRequest(
                $"Answered by rule \"{answering.Name}\" without a person: {given!.Records} records, in the package.",
                [given.Package]
            ),
            turn,
            calendars,
            settings
        ) switch
        {
            Decider.Events<RequestEvent> { Happened: var happened } => happened.Prepend(weighed).ToArray(),
            var refused => refused,
        };
    }

    // The day's allowance is taken before anything is given: a crash in between costs one answer and never gives one too many.
    private async Task<Gift> GiveAsync(
        AuthoritySession session,
        AnswerRule rule,
        Request request,
        Calendars calendars,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var ask = RuleMatch.AskOf(request)!;
        var records = await packages.CountAsync(session, ask, cancellation);
        if (records == 0 || records > rule.Terms.MostRecords)
        {
            return new Gift(Guid.Empty, records, records == 0 ? "no-records" : "too-many-records");
        }

        var day = JudgedDay(calendars.DayOf(session.Authority, now));
        var use = await session.DecideAsync<RuleUse, RuleUseEvent>(
            DeterministicId.Of("rule-use", rule.Id.ToString("N"), request.Asker, day),
            current =>
                RuleUse.Take(current, new(rule.Id, request.Asker, request.Id, now), rule.Terms.MostAnswersPerDay),
            cancellation
        );
        return use.Refusal is { } limit
            ? new Gift(Guid.Empty, records, limit.Code)
            : await packages.ReleaseAsync(session, rule, request, ask, now, cancellation);
    }

    private static string JudgedDay(DateOnly day) =>
        day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What a rule gave.</summary>
/// <param name="Package">The released package.</param>
/// <param name="Records">How many records were asked for.</param>
/// <param name="Reason">Why a person has to answer after all; null where the package went.</param>
public sealed record Gift(Guid Package, long Records, string? Reason);
