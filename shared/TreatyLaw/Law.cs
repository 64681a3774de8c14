using CaseCoordination.TreatyLaw.Engine;

namespace CaseCoordination.TreatyLaw;

/// <summary>
/// Judges questions by the law in a book. Pure: the same book and question always give the same decision, to the byte.
/// </summary>
public static class Law
{
    /// <summary>May, and under which basis, assistance be given?</summary>
    public static Decision Judge(LawBook book, AssistanceRequest request)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(request);
        return request.Subjects.IsDefaultOrEmpty || request.Kinds.IsDefaultOrEmpty
            ? throw new ArgumentException("A request names at least one subject and one kind of help.", nameof(request))
            : RequestJudge.Judge(book, request);
    }

    /// <summary>May information already held be used or passed on?</summary>
    public static Decision Judge(LawBook book, Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(disclosure);
        return disclosure.Items.IsDefaultOrEmpty || disclosure.Items.Any(item => item.Provenance.IsDefaultOrEmpty)
            ? throw new ArgumentException("A disclosure has items, and each came from somewhere.", nameof(disclosure))
            : DisclosureJudge.Judge(book, disclosure);
    }

    /// <summary>Is a step in a coordinated action permitted?</summary>
    public static Decision Judge(LawBook book, CoordinationStep step) => CoordinationJudge.Judge(book, step);

    /// <summary>By when must something be done?</summary>
    public static Decision Judge(LawBook book, ClockQuestion question) => ClockJudge.Judge(book, question);
}
