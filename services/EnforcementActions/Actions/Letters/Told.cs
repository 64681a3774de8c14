using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Actions.Letters;

/// <summary>Between what a file keeps and what letters say.</summary>
public static class Told
{
    public static ProposalLetter Plan(CoordinatedAction file)
    {
        var plan = file.Plan;
        return new ProposalLetter
        {
            CaseId = file.CaseId,
            Reference = file.Reference,
            PlanVersion = plan.Version,
            Title = plan.Title,
            Purpose = plan.Purpose,
            Matter = new(
                plan.Matter.Code,
                plan.Matter.Over,
                plan.Matter.FinancialInstrument,
                plan.Matter.ConductFrom,
                plan.Matter.ConductTo
            ),
            Instrument = plan.Instrument,
            Kind = plan.Kind,
            AlertOn = plan.AlertOn,
            Assistance = plan.Assistance,
            Targets = [.. plan.Targets.Select(t => new ToldTarget(t.Id, t.Kind, t.Name, Of(t.Identifiers)))],
            Measures =
            [
                .. plan.Measures.Select(m => new ToldMeasure(
                    m.Id,
                    m.Authority,
                    m.Kind,
                    m.Targets,
                    m.TitleNeeded,
                    [.. m.Offsets.Select(o => new ToldOffset(o.Authority, o.Measure, o.UpTo))],
                    m.Place,
                    Of(m.Fine)
                )),
            ],
            Participants =
            [
                .. plan.Participants.Select(p => new ToldParticipant(p.Authority, p.MustJoin, p.Citations)),
            ],
            Rule = new(plan.Rule.Kind, plan.Rule.Quorum, plan.Rule.Essentials),
            Schedule = new(plan.Schedule.ReadyBy, plan.Schedule.CutOff, plan.Schedule.ReleaseAt, plan.Schedule.Window),
            Statement = plan.Statement is { } s ? new(s.Text, s.EmbargoUntil, s.Mode) : null,
            Tlp = plan.Tlp,
        };
    }

    /// <summary>The plan for somebody who has no part in it any more: that it goes on without it, and nothing of what is planned.</summary>
    public static ProposalLetter PlanWithout(CoordinatedAction file) =>
        Plan(file) with
        {
            Targets = [],
            Measures = [],
            Participants = [],
            Rule = new(file.Plan.Rule.Kind, 0, []),
            Statement = null,
        };

    public static Plan PlanOf(ProposalLetter told) =>
        new(
            told.PlanVersion,
            told.Title,
            told.Purpose,
            new Matter(
                told.Matter.Code,
                told.Matter.Over,
                told.Matter.FinancialInstrument,
                told.Matter.ConductFrom,
                told.Matter.ConductTo
            ),
            told.Instrument,
            told.Kind,
            told.AlertOn,
            told.Assistance,
            [],
            [.. told.Targets.Select(t => new Target(t.Id, t.Kind, t.Name, Of(t.Identifiers)))],
            [
                .. told.Measures.Select(m => new PlannedMeasure(
                    m.Id,
                    m.Authority,
                    m.Kind,
                    m.Targets,
                    m.TitleNeeded,
                    m.Place,
                    Of(m.Fine),
                    [.. m.Offsets.Select(o => new Offset(o.Authority, o.Measure, o.UpTo))]
                )),
            ],
            [.. told.Participants.Select(p => new Participant(p.Authority, p.MustJoin, p.Citations))],
            new DecisionRule(told.Rule.Kind, told.Rule.Quorum, told.Rule.Essentials),
            new Schedule(
                told.Schedule.ReadyBy.ToUniversalTime(),
                told.Schedule.CutOff.ToUniversalTime(),
                told.Schedule.ReleaseAt.ToUniversalTime(),
                told.Schedule.Window
            ),
            told.Statement is { } s ? new(s.Text, s.EmbargoUntil.ToUniversalTime(), s.Mode) : null,
            told.Tlp
        );

    public static ReadinessLetter Vote(Vote vote) =>
        new()
        {
            Number = vote.Number,
            Readiness = Kebab.Of(vote.Readiness),
            Fingerprint = vote.Fingerprint,
            Titles =
            [
                .. vote.Titles.Select(t => new ToldTitle(t.Measure, t.Number, t.IssuedBy, t.IssuedOn, t.MaximumDays)),
            ],
            Ground = vote.Ground,
            Reason = vote.Reason,
            Citations = vote.Citations,
            Clock = Of(vote.Clock),
            At = vote.At,
        };

    /// <summary>The vote, or null when its readiness is no word that is known here.</summary>
    public static Vote? VoteOf(ReadinessLetter told) =>
        Words.Read<Readiness>(told.Readiness) is { } readiness and not Readiness.Open
            ? new Vote(
                told.Number,
                readiness,
                told.Fingerprint,
                [
                    .. told.Titles.Select(t => new Title(
                        t.Measure,
                        t.Number,
                        t.IssuedBy,
                        t.IssuedOn,
                        t.MaximumDays,
                        null
                    )),
                ],
                told.Ground,
                told.Reason,
                told.Citations,
                Of(told.Clock),
                told.At
            )
            : null;

    public static ToldStand Stand(Stand stand) =>
        new(
            stand.Authority,
            stand.Vote?.Number ?? 0,
            Kebab.Of(stand.Vote?.Readiness ?? Readiness.Open),
            stand.Vote?.Fingerprint ?? "",
            [.. stand.Results.Select(Of)],
            stand.Vote?.Ground,
            stand.Vote?.At,
            Of(stand.Vote?.Clock),
            stand.Receipt is { } r ? new(r.Number, Kebab.Of(r.Standing), Kebab.Of(r.Effect), r.At) : null,
            Of(stand.Release),
            stand.Unreleased,
            Of(stand.ClockByLetters)
        );

    /// <summary>The row, or null when it holds words that are not known here.</summary>
    public static Stand? StandOf(ToldStand told)
    {
        var readiness = Words.Read<Readiness>(told.Readiness);
        var receipt = told.Receipt is { } r ? ReceiptOf(r.Number, r.Standing, r.Effect, r.At) : null;
        return readiness is null || (told.Receipt is not null && receipt is null)
            ? null
            : new Stand(told.Authority)
            {
                Vote = told.VotedAt is { } at
                    ? new(
                        told.VoteNumber,
                        readiness.Value,
                        told.Fingerprint,
                        [],
                        told.Ground,
                        null,
                        [],
                        Of(told.Clock),
                        at
                    )
                    : null,
                Receipt = receipt,
                Release = Of(told.Release),
                Unreleased = told.Unreleased,
                ClockByLetters = Of(told.ClockByLetters),
                Results = [.. told.Results.Select(Of)],
            };
    }

    public static Receipt? ReceiptOf(int number, string standing, string effect, DateTimeOffset at) =>
        Words.Read<Standing>(standing) is { } s && Words.Read<OrderEffect>(effect) is { } e
            ? new Receipt(number, s, e, at)
            : null;

    public static ToldRelease? Of(Release? release) =>
        release is { } r ? new(r.Number, r.At, r.LateByMs, r.IsLate, r.ByHand, Of(r.Clock)) : null;

    public static Release? Of(ToldRelease? told) =>
        told is { } r ? new(r.Number, r.At, r.LateByMs, r.IsLate, r.ByHand, Of(r.Clock)) : null;

    public static ToldResult Of(Result r) =>
        new(r.Measure, r.State, r.At, r.Reason, r.Number, Of(r.Fine), r.EndsAt, Of(r.Frozen));

    public static Result Of(ToldResult r) =>
        new(
            r.Measure,
            r.State,
            r.Reason,
            r.Number,
            Of(r.Fine),
            r.At.ToUniversalTime(),
            r.EndsAt?.ToUniversalTime(),
            Of(r.Frozen)
        );

    private static ToldClock? Of(ClockReading? clock) =>
        clock is { } c ? new(c.Source, c.Quality, c.At, c.OffsetMs, c.UncertaintyMs) : null;

    private static ClockReading? Of(ToldClock? told) =>
        told is { } c ? new(c.OffsetMs, c.UncertaintyMs, c.Source, c.Quality, c.At) : null;

    private static ToldMoney? Of(Money? money) => money is { } m ? new(m.Amount, m.Currency) : null;

    private static Money? Of(ToldMoney? told) => told is { } m ? new(m.Amount, m.Currency) : null;

    private static ToldIdentifier[] Of(SubjectIdentifier[] identifiers) =>
        [.. identifiers.Select(i => new ToldIdentifier(i.Scheme, i.Value))];

    private static SubjectIdentifier[] Of(ToldIdentifier[] told) =>
        [.. told.Select(i => new SubjectIdentifier(i.Scheme, i.Value))];
}

/// <summary>Words of letters as values.</summary>
internal static class Words
{
    public static T? Read<T>(string word)
        where T : struct, Enum => Known<T>.Values.TryGetValue(word, out var value) ? value : null;

    private static class Known<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> Values = Enum.GetValues<T>()
            .ToDictionary(Kebab.Of, StringComparer.Ordinal);
    }
}
