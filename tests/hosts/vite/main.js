import 'fogbridge';
