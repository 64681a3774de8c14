using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Inbound;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.Platform.Deadlines;

namespace CaseCoordination.EnforcementActions.Tests.Simulation;

/// <summary>Rules with one fault each, of which the judge has to catch every one.</summary>
internal static class Mutants
{
    public sealed class TakesOrdersAfterTheCutOff : Rules
    {
        public override Decision<ActionEvent> Read(
            CoordinatedAction file,
            ReceivedLetter letter,
            ActionIntake intake
        ) =>
            letter.Kind == ActionLetterKinds.Order && intake.Now >= file.Plan.Schedule.CutOff
                ? base.Read(file, letter, intake with { Now = file.Plan.Schedule.CutOff.AddTicks(-1) })
                : base.Read(file, letter, intake);
    }

    public sealed class ActsThoughStopped : Rules
    {
        public override CoordinatedAction Evolve(CoordinatedAction file, ActionEvent happened) =>
            happened is OrderTaken { Effect: OrderEffect.Stopped }
                ? file.Evolve(happened) with
                {
                    Held = file.Held,
                }
                : file.Evolve(happened);
    }

    public sealed class IgnoresOrderNumbers : Rules
    {
        public override Decision<ActionEvent> Read(
            CoordinatedAction file,
            ReceivedLetter letter,
            ActionIntake intake
        ) => base.Read(letter.Kind == ActionLetterKinds.Order ? file with { Order = null } : file, letter, intake);
    }

    public sealed class IgnoresVoteNumbers : Rules
    {
        public override Decision<ActionEvent> Read(
            CoordinatedAction file,
            ReceivedLetter letter,
            ActionIntake intake
        ) =>
            base.Read(
                letter.Kind == ActionLetterKinds.Readiness && file.Stands.ContainsKey(letter.Sender)
                    ? file.Update(letter.Sender, s => s with { Vote = null })
                    : file,
                letter,
                intake
            );
    }

    public sealed class IgnoresBoardNumbers : Rules
    {
        public override Decision<ActionEvent> Read(
            CoordinatedAction file,
            ReceivedLetter letter,
            ActionIntake intake
        ) => base.Read(letter.Kind == ActionLetterKinds.Board ? file with { BoardNumber = 0 } : file, letter, intake);
    }

    public sealed class CountsAVoteForAnyPlan : Rules
    {
        public override CoordinatedAction Evolve(CoordinatedAction file, ActionEvent happened)
        {
            var after = file.Evolve(happened);
            return happened is RevisionReceived or PlanRevised && after.OwnVote is { } vote
                ? after.Update(
                    after.Authority,
                    s => s with { Vote = vote with { Fingerprint = after.Plan.FingerprintFor(after.Authority) } }
                )
                : after;
        }
    }

    public sealed class TakesAHoldForReady : Rules
    {
        public override CoordinatedAction Evolve(CoordinatedAction file, ActionEvent happened) =>
            file.Evolve(
                happened is ReadinessTold { Vote.Readiness: Readiness.Hold } told
                    ? told with
                    {
                        Vote = told.Vote with { Readiness = Readiness.Ready },
                    }
                    : happened
            );
    }

    public sealed class KeepsTheOrderThroughAHold : Rules
    {
        public override CoordinatedAction Evolve(CoordinatedAction file, ActionEvent happened) =>
            happened is ReadinessDeclared { Vote.Readiness: Readiness.Hold } declared
                ? file.Evolve(declared with { Vote = declared.Vote with { Readiness = Readiness.Ready } })
                : file.Evolve(happened);
    }

    public sealed class ActsThoughWithheld : Rules
    {
        public override CoordinatedAction Evolve(CoordinatedAction file, ActionEvent happened) =>
            happened is MeasuresWithheld ? file : file.Evolve(happened);
    }

    public sealed class FiresEarly : Rules
    {
        public override TimeSpan Early => TimeSpan.FromTicks(1);

        public override Decision<ActionEvent> Pass(CoordinatedAction file, PassedDeadline passed, DateTimeOffset now) =>
            base.Pass(file, passed, now + Early);
    }

    public sealed class FiresTwice : Rules
    {
        public override bool ChecksVersion => false;
    }

    public sealed class ForgetsToMarkLate : Rules
    {
        public override Decision<ActionEvent> Pass(CoordinatedAction file, PassedDeadline passed, DateTimeOffset now) =>
            base.Pass(file, passed, now) is Events<ActionEvent> { Happened: var happened }
                ? happened
                    .Select(e =>
                        e is ActionReleased released
                            ? released with
                            {
                                Release = released.Release with { IsLate = false },
                            }
                            : e
                    )
                    .ToArray()
                : new NoChange();
    }

    public sealed class DoesNotLookBack : Rules
    {
        public override bool LooksBack => false;
    }

    public sealed class ConfirmsWhatCameTooLate : Rules
    {
        public override Decision<ActionEvent> Read(
            CoordinatedAction file,
            ReceivedLetter letter,
            ActionIntake intake
        ) =>
            base.Read(file, letter, intake) switch
            {
                Events<ActionEvent> { Happened: var happened } => happened.Select(Flatter).ToArray(),
                var other => other,
            };

        private static ActionEvent Flatter(ActionEvent e) =>
            e is ActionLetterWritten { Kind: ActionLetterKinds.OrderReceipt } letter
                ? letter with
                {
                    Content = letter.Content.Replace("too-late", "stopped", StringComparison.Ordinal),
                }
                : e;
    }

    public sealed class RemembersMoreThanItsEvents : Rules
    {
        private int _taken;

        public override CoordinatedAction Evolve(CoordinatedAction file, ActionEvent happened) =>
            happened is OrderTaken
                ? file.Evolve(happened) with
                {
                    Withheld = ++_taken > 3 ? "Enough." : file.Withheld,
                }
                : file.Evolve(happened);
    }

    public sealed class GivesEveryLetterOneId : Rules
    {
        private static readonly Guid Seed = Guid.Parse("019cae00-0000-7000-8000-0000000000aa");

        public override Decision<ActionEvent> Read(
            CoordinatedAction file,
            ReceivedLetter letter,
            ActionIntake intake
        ) =>
            base.Read(file, letter, intake) is Events<ActionEvent> { Happened: var happened }
                ? happened
                    .Select(e => e is ActionLetterWritten written ? written with { LetterId = Seed } : e)
                    .ToArray()
                : base.Read(file, letter, intake);
    }
}
