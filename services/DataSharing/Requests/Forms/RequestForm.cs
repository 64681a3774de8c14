namespace CaseCoordination.DataSharing.Requests.Forms;

/// <summary>The form in which an instrument wants to be asked: which fields, in which languages.</summary>
public sealed record RequestForm(string Instrument, IReadOnlyList<string> Languages, IReadOnlyList<FormField> Fields);

/// <summary>One field of a form, with its label by language.</summary>
public sealed record FormField(string Field, bool Required, int Max, IReadOnlyDictionary<string, string> Label);

/// <summary>What is wrong with one field of a request.</summary>
public sealed record FormProblem(string Field, string Code, string Message);
