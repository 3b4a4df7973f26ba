package io.tierlens.cli;

import io.tierlens.pipeline.Spelling;
import io.tierlens.pipeline.queries.ClassOrder;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The figures that fingerprints can be ranked by, as users write them. */
final class ClassOrders implements ITypeConverter<ClassOrder>, Iterable<String> {

  @Override
  public ClassOrder convert(String text) {
    return Arrays.stream(ClassOrder.values())
        .filter(order -> order.toString().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "\"" + text + "\" is no figure to order by; " + Spelling.hint(text, names())));
  }

  @Override
  public Iterator<String> iterator() {
    return names().iterator();
  }

  private static List<String> names() {
    return Arrays.stream(ClassOrder.values()).map(ClassOrder::toString).toList();
  }
}
