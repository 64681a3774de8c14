using CaseCoordination.TreatyLaw.Engine;

namespace CaseCoordination.TreatyLaw;

/// <summary>
/// Judges questions by the law in a book. Pure: the same book and question always give the same decision, to the byte.
/// </summary>
public static class Law
{
    /// <summary>May, and under which basis, assistance be given?</summary>
    public static Decision Judge(LawBook book, AssistanceRequest request) => RequestJudge.Judge(book, request);

    /// <summary>May information already held be used or passed on?</summary>
    public static Decision Judge(LawBook book, Disclosure disclosure) => DisclosureJudge.Judge(book, disclosure);

    /// <summary>Is a step in a coordinated action permitted?</summary>
    public static Decision Judge(LawBook book, CoordinationStep step) => CoordinationJudge.Judge(book, step);

    /// <summary>By when must something be done?</summary>
    public static Decision Judge(LawBook book, ClockQuestion question) => ClockJudge.Judge(book, question);
}
