namespace CaseCoordination.Evaluate;

/// <summary>What the tool can be asked.</summary>
internal static class Usage
{
    public const int Unreadable = 2;

    public static int Show(TextWriter error)
    {
        error.WriteLine("evaluate [--instruments DIR] FILE...   judge the scenarios of each file, one JSON line each");
        error.WriteLine("evaluate --lint [DIR...]               look for contradictions in the law of a folder");
        return Unreadable;
    }
}
