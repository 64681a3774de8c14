using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;

namespace CaseCoordination.EnforcementActions.Tests.Simulation;

/// <summary>A promise that a history broke.</summary>
internal sealed class BrokenPromiseException(string promise) : Exception(promise);

/// <summary>
/// Watches every commit of a history and says which promise it breaks. It counts for itself: from the events, from the clocks
/// and from who was up, not from what the files say of themselves.
/// </summary>
internal sealed class Judge(IReadOnlyDictionary<string, Node> nodes, string lead)
{
    private readonly Dictionary<string, Ledger> _ledgers = nodes.Keys.ToDictionary(
        code => code,
        _ => new Ledger(),
        StringComparer.Ordinal
    );

    public IReadOnlyDictionary<string, Ledger> Ledgers => _ledgers;

    /// <summary>Sees what one decision did.</summary>
    /// <param name="node">Whose stream it is on.</param>
    /// <param name="happened">The events.</param>
    /// <param name="decided">What the authority's clock showed at the decision.</param>
    /// <param name="trueTicks">The true time of the commit.</param>
    public void See(Node node, IReadOnlyList<ActionEvent> happened, DateTimeOffset decided, long trueTicks)
    {
        var ledger = _ledgers[node.Code];
        foreach (var e in happened)
        {
            switch (e)
            {
                case ActionDrafted or PlanRevised or ProposalReceived or RevisionReceived:
                    Replan(ledger, e);
                    break;
                case ReadinessDeclared x:
                    ledger.Votes[node.Code] = x.Vote;
                    ledger.Holds = x.Vote.Readiness == Readiness.Ready ? ledger.Holds : null;
                    break;
                case ReadinessTold x:
                    ledger.Votes[x.Authority] = x.Vote;
                    break;
                case OrderGiven { Order.Standing: Standing.Armed } x:
                    Arm(ledger, x, decided);
                    break;
                case OrderTaken x:
                    Take(node, ledger, x, decided);
                    break;
                case MeasuresWithheld:
                    ledger.IsWithheld = true;
                    break;
                case ReleaseMissed:
                    Miss(node, ledger);
                    break;
                case ActionReleased x:
                    Release(node, ledger, x.Release, decided, trueTicks);
                    break;
                case BoardReceived x:
                    Demand(
                        x.Stands.All(s => s.Release is null || s.Release == _ledgers[s.Authority].Release),
                        "released is shown only for who released"
                    );
                    break;
                default:
                    break;
            }
        }

        JudgeLeadsBoard();
    }

    public static void Demand(bool holds, string promise)
    {
        if (!holds)
        {
            throw new BrokenPromiseException(promise);
        }
    }

    private static void Replan(Ledger ledger, ActionEvent e)
    {
        Demand(ledger.Holds is null, "a plan does not change under an order that is held");
        ledger.Plan = e switch
        {
            ActionDrafted x => x.Plan,
            PlanRevised x => x.Plan,
            ProposalReceived x => x.Plan,
            RevisionReceived x => x.Plan,
            _ => ledger.Plan,
        };
    }

    private static Readiness ReadinessOf(Ledger ledger, string authority) =>
        ledger.Votes.GetValueOrDefault(authority) is not { } vote ? Readiness.Open
        : vote.Readiness == Readiness.Declined || vote.Fingerprint == ledger.Plan.FingerprintFor(authority)
            ? vote.Readiness
        : Readiness.Open;

    private static void Arm(Ledger ledger, OrderGiven e, DateTimeOffset decided)
    {
        var stands = ledger.Plan.Participants.Select(p => ReadinessOf(ledger, p.Authority)).ToList();
        var ready = ledger.Plan.Participants.Where(p => ReadinessOf(ledger, p.Authority) == Readiness.Ready);
        var rule = ledger.Plan.Rule;
        var isMet =
            !stands.Contains(Readiness.Hold)
            && rule.Essentials.All(essential => ready.Any(p => p.Authority == essential))
            && (
                rule.Kind == DecisionRule.Consensus
                    ? !stands.Contains(Readiness.Open) && stands.Contains(Readiness.Ready)
                    : stands.Count(s => s == Readiness.Ready) >= rule.Quorum
            );
        Demand(isMet, "armed only when the rule is met");
        Demand(decided < ledger.Plan.Schedule.CutOff, "armed only before the lead's cut-off");
        ledger.Armed[e.Order.Number] = e.Order;
    }

    private static void Take(Node node, Ledger ledger, OrderTaken e, DateTimeOffset decided)
    {
        Demand(e.Order.Number > ledger.LastOrder, "orders are taken in the order of their numbers");
        var isInTime = decided < ledger.Plan.Schedule.CutOff;
        if (e.Order.Standing == Standing.Armed)
        {
            Demand(isInTime || e.Effect != OrderEffect.Held, "an order after the cut-off is not held");
        }
        else if (ledger.Release is null)
        {
            Demand(
                e.Effect == (isInTime || ledger.Holds is null ? OrderEffect.Stopped : OrderEffect.TooLate),
                "a stop is confirmed exactly when it came in time or there was nothing to stop"
            );
        }

        ledger.LastOrder = e.Order.Number;
        ledger.Effects[e.Order.Number] = e.Effect;
        ledger.IsStopped = e.Effect == OrderEffect.Stopped;
        ledger.IsAborted |= e.Order.Standing == Standing.Aborted && e.Effect == OrderEffect.Stopped;
        if (e.Effect == OrderEffect.Held)
        {
            Demand(
                ReadinessOf(ledger, node.Code) == Readiness.Ready && e.Order.PlanVersion == ledger.Plan.Version,
                "an order is held only with an own ready vote for its plan"
            );
            ledger.Holds = e.Order.Number;
        }
        else if (e.Effect is OrderEffect.Stopped or OrderEffect.NotReady)
        {
            ledger.Holds = null;
        }
    }

    private void Release(Node node, Ledger ledger, Release release, DateTimeOffset decided, long trueTicks)
    {
        var schedule = ledger.Plan.Schedule;
        Demand(ledger.Release is null, "never twice");
        Demand(decided >= schedule.ReleaseAt && release.At == decided, "never before T-0 by its own clock");
        Demand(
            Truth(trueTicks) >= schedule.ReleaseAt - node.Clock.ErrorUntil(trueTicks),
            "never before T-0 by the true time, less the error of its clock"
        );
        Demand(!ledger.IsAborted, "never after a confirmed abort");
        Demand(!ledger.IsStopped, "never after a confirmed standstill");
        Demand(
            ReadinessOf(ledger, node.Code) == Readiness.Ready,
            "never without an own ready vote for exactly that plan"
        );
        Demand(
            _ledgers[lead].Armed.GetValueOrDefault(release.Number)?.PlanVersion == ledger.Plan.Version,
            "never without the rule having been met"
        );
        if (!release.ByHand)
        {
            Demand(release.Number == ledger.Holds, "by itself only under an order that it holds");
            Demand(!ledger.IsWithheld && !ledger.IsMissed, "by itself not after it was withheld or missed");
        }

        var behind = decided - schedule.ReleaseAt;
        Demand(
            release.IsLate == (release.ByHand || behind > TimeSpan.FromSeconds(1))
                && release.LateByMs == (long)behind.TotalMilliseconds,
            "late is marked late"
        );
        ledger.Release = release;
    }

    private static void Miss(Node node, Ledger ledger)
    {
        var schedule = ledger.Plan.Schedule;
        var longest = node.LongestUp(node.Clock.When(schedule.ReleaseAt), node.Clock.When(schedule.WindowEnd));
        Demand(
            ledger.Holds is not null && longest < World.Patience.Ticks,
            "who holds an order, is up in the window and is not stopped releases"
        );
        ledger.IsMissed = true;
    }

    /// <summary>What the lead shows of others is what they did, at every moment.</summary>
    private void JudgeLeadsBoard()
    {
        foreach (var stand in nodes[lead].File.Stands.Values.Where(s => s.Authority != lead))
        {
            var theirs = _ledgers[stand.Authority];
            if (stand.Receipt is { Effect: not OrderEffect.Unconfirmed } receipt)
            {
                Demand(
                    theirs.Effects.GetValueOrDefault(receipt.Number) == receipt.Effect,
                    "an order is shown as confirmed only when it is"
                );
                Demand(
                    receipt.Effect != OrderEffect.Stopped || theirs.Release is null,
                    "stopped is never shown for who released"
                );
            }

            Demand(stand.Release is null || stand.Release == theirs.Release, "released is shown only for who released");
        }
    }

    /// <summary>When everything has come to rest: nothing is still to happen, and all files say the same.</summary>
    public void JudgeEnd(bool isEverythingDelivered)
    {
        foreach (var (code, node) in nodes)
        {
            var ledger = _ledgers[code];
            Demand(
                ledger.Holds is null || ledger.Release is not null || ledger.IsWithheld || ledger.IsMissed,
                "who holds an order, is up in the window and is not stopped releases"
            );
            Demand(
                node.File.Stage == ActionStage.Unknown || !node.File.WillRelease,
                "nothing is armed after its window"
            );
        }

        if (!isEverythingDelivered)
        {
            return;
        }

        var board = nodes[lead].File;
        foreach (var node in nodes.Values.Where(n => n.Code != lead && n.File.Stage != ActionStage.Unknown))
        {
            Demand(
                Row(board.Stands[node.Code] with { ClockByLetters = null })
                    == Row(node.File.Own with { ClockByLetters = null }),
                "the lead's board equals every file once all letters have arrived"
            );
            Demand(node.File.Plan.Version == board.Proposed, "everybody has the plan that was proposed last");
            if (!board.Plan.Names(node.Code) || board.Proposed != board.Plan.Version)
            {
                continue;
            }

            Demand(node.File.BoardNumber == board.BoardNumber, "everybody has the last board");
            Demand(
                board.Stands.Values.All(s => s.Authority == node.Code || Row(s) == Row(node.File.Stands[s.Authority])),
                "every board equals the lead's once all letters have arrived"
            );
        }
    }

    // As it is told, so that what stays between an authority and the lead does not count.
    private static string Row(Stand stand) =>
        LetterJson.Write(new BoardLetter { Number = 0, Stands = [Told.Stand(stand)] });

    private static DateTimeOffset Truth(long trueTicks) => World.Start.AddTicks(trueTicks);
}
