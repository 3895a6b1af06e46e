using System.Reflection;
using System.Reflection.Emit;

namespace ReleaseTools.Tests;

/// <summary>The types that a type knows: those in its signatures and attributes, and those that the code of its methods names.</summary>
/// <remarks>A constant leaves no trace of where it came from once it is compiled; everything else does.</remarks>
internal static class MentionedTypes
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private const byte FirstOfTwo = 0xFE;

    private static readonly Dictionary<ushort, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value);

    public static IEnumerable<Type> In(Type type) => type.GetInterfaces()
        .Append(type.BaseType ?? typeof(object))
        .Concat(type.GetCustomAttributesData().Select(attribute => attribute.AttributeType))
        .Concat(type.GetFields(All).Select(field => field.FieldType))
        .Concat(type.GetMethods(All).SelectMany(InMethod))
        .Concat(type.GetConstructors(All).SelectMany(InMethod))
        .SelectMany(Parts)
        .Distinct();

    private static IEnumerable<Type> InMethod(MethodBase method) => method.GetParameters().Select(parameter => parameter.ParameterType)
        .Append(method is MethodInfo { ReturnType: var result } ? result : typeof(void))
        .Concat(method.GetMethodBody() is { } body
            ? [.. body.LocalVariables.Select(local => local.LocalType), .. body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType!), .. InCode(method, body.GetILAsByteArray()!)]
            : []);

    private static IEnumerable<Type> InCode(MethodBase method, byte[] code)
    {
        var typeArguments = method.DeclaringType!.GetGenericArguments();
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : [];

        for (var i = 0; i < code.Length;)
        {
            var operation = code[i] == FirstOfTwo ? Codes[(ushort)((FirstOfTwo << 8) | code[i + 1])] : Codes[code[i]];
            i += operation.Size;

            if (operation.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                var member = method.Module.ResolveMember(BitConverter.ToInt32(code, i), typeArguments, methodArguments)!;

                foreach (var known in OfMember(member))
                {
                    yield return known;
                }
            }

            i += OperandSize(operation.OperandType, code, i);
        }
    }

    private static IEnumerable<Type> OfMember(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType!, field.FieldType],
        MethodInfo method => [method.DeclaringType!, method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType), .. method.GetGenericArguments()],
        _ => [member.DeclaringType!],
    };

    private static int OperandSize(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()),
        _ => [type],
    };
}
