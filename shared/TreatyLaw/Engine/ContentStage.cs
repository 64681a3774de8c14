namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>Whether a request holds what the instrument wants, in a form that it knows.</summary>
internal sealed class ContentReport
{
    public List<string> Missing { get; } = [];

    public List<ContentTerm> Lacking { get; } = [];

    /// <summary>The term under which an urgent oral request is valid.</summary>
    public ContentTerm? Oral { get; set; }

    public bool WrongForm { get; set; }

    public bool IsComplete => Missing.Count == 0 && !WrongForm;
}

/// <summary>Tests the content terms of an instrument.</summary>
internal static class ContentStage
{
    public static ContentReport Check(Instrument instrument, AssistanceRequest request)
    {
        var report = new ContentReport();
        var knowsForm = false;
        foreach (var term in instrument.Contents)
        {
            if (!term.AppliesOn(request.At))
            {
                continue;
            }

            knowsForm |= term.AllowsUrgentOral || term.Form is not null;
            if (request.Oral && request.Urgent && term.AllowsUrgentOral)
            {
                report.Oral ??= term;
            }

            CheckFields(term, request, report);
        }

        // A text that is silent about the form does not exclude the spoken word.
        if (request.Oral && report.Oral is null && knowsForm)
        {
            report.WrongForm = true;
            report.Lacking.AddRange(
                instrument.Contents.Where(term => term.AppliesOn(request.At) && !report.Lacking.Contains(term))
            );
        }

        return report;
    }

    private static void CheckFields(ContentTerm term, AssistanceRequest request, ContentReport report)
    {
        foreach (var field in term.Fields)
        {
            if (request.Missing.Has(field))
            {
                report.Missing.Add(field);
                if (!report.Lacking.Contains(term))
                {
                    report.Lacking.Add(term);
                }
            }
        }
    }
}
