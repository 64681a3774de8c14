namespace CaseCoordination.Demo.Telling;

/// <summary>The states of a letter beyond which nothing is awaited.</summary>
internal static class LetterStates
{
    public const string Retrieved = "retrieved";
    public const string Rejected = "rejected";

    /// <summary>Retrieved, or stopped by a border with a reason.</summary>
    public static bool IsFinal(string state) => state is Retrieved or Rejected or "refused";

    /// <summary>The own border stopped it, so that nobody else ever heard of it.</summary>
    public static bool NeverLeft(string state) => state is Rejected;
}
