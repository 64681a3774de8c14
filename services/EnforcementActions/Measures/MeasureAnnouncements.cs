using CaseCoordination.Contracts.EnforcementActions.V1;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.Platform.Messaging;

namespace CaseCoordination.EnforcementActions.Measures;

/// <summary>What an executed measure tells the other services of its own authority.</summary>
internal static class MeasureAnnouncements
{
    public static Announcement Executed(MeasureMadeKnown e, string authority) =>
        new(
            new MeasureExecuted
            {
                ActionId = e.ActionId,
                Authority = authority,
                Measure = e.Measure,
                Kind = e.Kind,
                Matter = new(
                    e.Matter.Code,
                    e.Matter.Over,
                    e.Matter.FinancialInstrument,
                    e.Matter.ConductFrom,
                    e.Matter.ConductTo
                ),
                Subjects =
                [
                    .. e.Targets.Select(t => new MeasureSubject(
                        t.Kind,
                        t.Name,
                        [.. t.Identifiers.Select(i => new MeasureIdentifier(i.Scheme, i.Value))]
                    )),
                ],
                TitleNumber = e.TitleNumber,
                EffectiveOn = e.EffectiveOn,
                Tlp = e.Tlp,
                Groups = e.Groups,
                Members = e.Members,
                At = e.At,
            },
            authority
        )
        {
            Lane = "measures",
        };
}
