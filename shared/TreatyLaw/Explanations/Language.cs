namespace CaseCoordination.TreatyLaw;

/// <summary>The languages in which decisions are explained; citations are never translated.</summary>
public enum Language
{
    English,
    Spanish,
}
