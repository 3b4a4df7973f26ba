package io.tierlens.cli;

import io.tierlens.cli.export.ExportFormat;
import io.tierlens.pipeline.Spelling;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The formats of traces, as users write them. */
final class ExportFormats implements ITypeConverter<ExportFormat>, Iterable<String> {

  @Override
  public ExportFormat convert(String text) {
    return Arrays.stream(ExportFormat.values())
        .filter(format -> format.toString().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "\"" + text + "\" is no format of traces; " + Spelling.hint(text, names())));
  }

  @Override
  public Iterator<String> iterator() {
    return names().iterator();
  }

  private static List<String> names() {
    return Arrays.stream(ExportFormat.values()).map(ExportFormat::toString).toList();
  }
}
