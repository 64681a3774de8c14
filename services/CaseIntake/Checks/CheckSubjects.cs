using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Questions;
using CaseCoordination.CaseIntake.Checks.Domain;
using CaseCoordination.Contracts.DataSharing.V1;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Store;
using Marten;
using Marten.Linq.MatchesSql;
using MassTransit;

namespace CaseCoordination.CaseIntake.Checks;

/// <summary>Looks up which case files know the subjects of a notice, and tells whom to speak to: never which case.</summary>
public sealed class CheckSubjects(AuthoritySessions sessions, TimeProvider clock) : IConsumer<SubjectsToCheck>
{
    private const string By = "case-intake";

    // What is archived is done with; nobody works on it.
    private static readonly string[] Done = [Kebab.Of(CaseStage.Archived), Kebab.Of(CaseStage.Purged)];

    public static Decision<SubjectCheckEvent> Decide(
        SubjectCheck current,
        Guid id,
        string[] identifiers,
        string[] contacts,
        DateTimeOffset now
    ) => current.IsDone ? new NoChange() : new SubjectsLookedUp(id, identifiers, contacts, now);

    public async Task Consume(ConsumeContext<SubjectsToCheck> context)
    {
        var asked = context.Message;
        var now = clock.GetUtcNow();
        await using var session = sessions.Open(asked.Authority, By, causationId: context.MessageId.ToString());
        var keys = SubjectKeys.Of(asked.Identifiers.Select(i => new SubjectIdentifier(i.Scheme, i.Value)));
        var files = await session
            .Documents.Query<CaseEntry>()
            .Where(e => e.MatchesSql('^', SubjectKeys.AnySql, new object[] { keys }))
            .Where(e => !e.Stage.IsOneOf(Done))
            .Select(e => new { e.Groups, e.Members })
            .ToListAsync(context.CancellationToken);
        var contacts = SubjectKeys.Contacts(files.Select(f => (f.Groups, f.Members)));
        await session.DecideAsync<SubjectCheck, SubjectCheckEvent>(
            asked.CheckId,
            current => Decide(current, asked.CheckId, keys, contacts, now),
            context.CancellationToken
        );
    }
}
