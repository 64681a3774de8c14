using CaseCoordination.CaseIntake.Checks.Domain;
using CaseCoordination.Contracts.CaseIntake.V1;
using CaseCoordination.Contracts.DataSharing.V1;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.CaseIntake.Checks;

/// <summary>Brings the slices to the store and the bus.</summary>
public static class ChecksModule
{
    public static EventStoreBuilder AddChecks(this EventStoreBuilder store) =>
        store.Aggregate<SubjectCheck, SubjectCheckEvent>(
            "check",
            checks => checks.Event<SubjectsLookedUp>("subjects-looked-up").Announce(Announce)
        );

    public static MessagingBuilder AddChecks(this MessagingBuilder bus) =>
        bus.Consume<CheckSubjects, SubjectsToCheck>("subject-checks");

    private static IEnumerable<Announcement> Announce(object @event, string authority) =>
        @event is SubjectsLookedUp e
            ?
            [
                new Announcement(
                    new SubjectsChecked
                    {
                        CheckId = e.CheckId,
                        Authority = authority,
                        Contacts = e.Contacts,
                        At = e.At,
                    },
                    authority
                ),
            ]
            : [];
}
