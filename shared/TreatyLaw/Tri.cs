namespace CaseCoordination.TreatyLaw;

/// <summary>A fact as far as it is known; unknown never becomes no.</summary>
public enum Tri
{
    Unknown,
    No,
    Yes,
}

/// <summary>Three-valued logic over facts (Kleene).</summary>
public static class TriLogic
{
    public static Tri And(this Tri left, Tri right) =>
        left == Tri.No || right == Tri.No ? Tri.No
        : left == Tri.Yes && right == Tri.Yes ? Tri.Yes
        : Tri.Unknown;

    public static Tri Or(this Tri left, Tri right) =>
        left == Tri.Yes || right == Tri.Yes ? Tri.Yes
        : left == Tri.No && right == Tri.No ? Tri.No
        : Tri.Unknown;

    public static Tri Not(this Tri value) =>
        value switch
        {
            Tri.Yes => Tri.No,
            Tri.No => Tri.Yes,
            _ => Tri.Unknown,
        };

    public static Tri ToTri(this bool value) => value ? Tri.Yes : Tri.No;

    public static string Code(this Tri value) =>
        value switch
        {
            Tri.Yes => "yes",
            Tri.No => "no",
            _ => "unknown",
        };

    public static Tri? Parse(string? text) =>
        text switch
        {
            "yes" => Tri.Yes,
            "no" => Tri.No,
            "unknown" => Tri.Unknown,
            _ => null,
        };
}
