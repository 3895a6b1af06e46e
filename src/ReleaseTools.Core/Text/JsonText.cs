using System.Text.Json;

namespace ReleaseTools.Text;

/// <summary>How the values of a version, of a lock and of an answer are written in JSON.</summary>
internal static class JsonText
{
    /// <param name="value">A string, a whole number, a truth value, a date, a list of strings, or null.</param>
    public static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case DateTimeOffset date:
                writer.WriteStringValue(date);
                break;
            case IEnumerable<string> list:
                writer.WriteStartArray();

                foreach (var item in list)
                {
                    writer.WriteStringValue(item);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }

    /// <summary>A member that is a list of objects; the action writes an object's members.</summary>
    public static void WriteObjects<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> members)
    {
        writer.WriteStartArray(name);

        foreach (var item in items)
        {
            writer.WriteStartObject();
            members(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
