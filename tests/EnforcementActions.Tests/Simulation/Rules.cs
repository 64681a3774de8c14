using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Inbound;
using CaseCoordination.Platform.Deadlines;

namespace CaseCoordination.EnforcementActions.Tests.Simulation;

/// <summary>The rules by which the simulated authorities live: the real ones, unless a variant breaks one on purpose.</summary>
internal class Rules
{
    /// <summary>Whether the store refuses to append to a stream that somebody else has changed.</summary>
    public virtual bool ChecksVersion => true;

    /// <summary>Whether a process that comes back looks at what fell due while it was down.</summary>
    public virtual bool LooksBack => true;

    /// <summary>How much before its time a timer fires.</summary>
    public virtual TimeSpan Early => TimeSpan.Zero;

    public virtual CoordinatedAction Evolve(CoordinatedAction file, ActionEvent happened) => file.Evolve(happened);

    public virtual Decision<ActionEvent> Read(CoordinatedAction file, ReceivedLetter letter, ActionIntake intake) =>
        ReadActionLetter.Decide(file, letter, intake);

    public virtual IEnumerable<OpenDeadline> Running(CoordinatedAction file) => PassActionClock.Running(file);

    public virtual Decision<ActionEvent> Pass(CoordinatedAction file, PassedDeadline passed, DateTimeOffset now) =>
        PassActionClock.Decide(file, passed, now);
}
