namespace CaseCoordination.TreatyText;

/// <summary>One scenario: a question under a book of its own, and what its author expects.</summary>
public sealed record Scenario(string Id, LawBook Book, object Question, LawMap? Expect)
{
    public Decision Judge() =>
        Question switch
        {
            AssistanceRequest request => Law.Judge(Book, request),
            Disclosure disclosure => Law.Judge(Book, disclosure),
            CoordinationStep step => Law.Judge(Book, step),
            ClockQuestion clock => Law.Judge(Book, clock),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
