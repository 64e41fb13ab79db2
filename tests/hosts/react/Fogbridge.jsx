import 'fogbridge';

export function Fogbridge() {
  return (
<!-- snippet -->
  );
}
