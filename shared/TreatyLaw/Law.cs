namespace CaseCoordination.TreatyLaw;

/// <summary>
/// Judges questions by the law in a book. Pure: the same book and question always give the same decision, to the byte.
/// </summary>
public static class Law
{
    public static Decision Judge(LawBook book, AssistanceRequest request) => throw new NotSupportedException();

    public static Decision Judge(LawBook book, Disclosure disclosure) => throw new NotSupportedException();

    public static Decision Judge(LawBook book, CoordinationStep step) => throw new NotSupportedException();

    public static Decision Judge(LawBook book, ClockQuestion question) => throw new NotSupportedException();
}
