using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Correspondence.Domain;
using CaseCoordination.Platform.Messaging;

namespace CaseCoordination.Correspondence;

/// <summary>What files tell their border: letters to take, and letters taken in.</summary>
public static class BorderMail
{
    /// <summary>A letter that a file wrote.</summary>
    public static Announcement Dispatch(DispatchLetter letter) => new(letter, letter.Sender);

    /// <summary>A letter that a file took in, or set aside: for the border that is the same.</summary>
    public static Announcement Retrieved(string authority, Guid letterId, DateTimeOffset at, string[] visibleTo) =>
        new(
            new LetterRetrieved
            {
                LetterId = letterId,
                Recipient = authority,
                At = at,
                VisibleTo = visibleTo,
            },
            authority
        );

    /// <summary>Which question a letter asks: the first matter by itself, the others beside it.</summary>
    public static LegalQuestion About(this LegalQuestion question, Matter first, params IEnumerable<Matter> others) =>
        question with
        {
            Matter = first.Code,
            Over = first.Over,
            FinancialInstrument = first.FinancialInstrument,
            ConductFrom = first.ConductFrom,
            ConductTo = first.ConductTo,
            Others =
            [
                .. others.Select(m => new LegalMatter
                {
                    Matter = m.Code,
                    Over = m.Over,
                    FinancialInstrument = m.FinancialInstrument,
                    ConductFrom = m.ConductFrom,
                    ConductTo = m.ConductTo,
                }),
            ],
        };
}
