using System.Diagnostics;
using CaseCoordination.Decider;

namespace CaseCoordination.CaseIntake.Checks.Domain;

/// <summary>That it was looked up once whether case files know the subjects of a partner's notice.</summary>
public sealed record SubjectCheck : IEvolve<SubjectCheck>
{
    public bool IsDone { get; init; }

    public SubjectCheck Evolve(object @event) =>
        @event switch
        {
            SubjectsLookedUp => this with { IsDone = true },
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of a check."),
        };
}

/// <summary>Everything that can happen to a check; stored names are in <c>ChecksModule</c>.</summary>
public abstract record SubjectCheckEvent;

/// <summary>Case files were searched for identifiers; a hit names whom to speak to.</summary>
public sealed record SubjectsLookedUp(Guid CheckId, string[] Identifiers, string[] Contacts, DateTimeOffset At)
    : SubjectCheckEvent;
